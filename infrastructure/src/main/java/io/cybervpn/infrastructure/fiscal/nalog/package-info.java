/**
 * The tax office's service for the self-employed (Moy Nalog), by the interface of its own web page.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.fiscal.nalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
