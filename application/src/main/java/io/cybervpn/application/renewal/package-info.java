/**
 * Use cases of renewal: whoever wants it is renewed by himself, everybody is reminded, and who does
 * not pay is suspended and, later, taken away.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.renewal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
