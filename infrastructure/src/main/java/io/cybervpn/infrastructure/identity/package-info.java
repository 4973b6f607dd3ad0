/** Adapters of identity: its settings. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
