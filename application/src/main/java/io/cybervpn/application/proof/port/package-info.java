/** What the daily proof reads in bulk. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.proof.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
