/** Settings of four eyes, and the deeds that the program has. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.approval;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
