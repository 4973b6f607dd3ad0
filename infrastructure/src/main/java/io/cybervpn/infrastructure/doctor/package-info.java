/** Looks at the configuration before it hurts: at the start, and by {@code ./cybervpn doctor}. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.doctor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
