/** Work that the clock starts, once in the whole cluster: what is due, and what staff see of it. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
