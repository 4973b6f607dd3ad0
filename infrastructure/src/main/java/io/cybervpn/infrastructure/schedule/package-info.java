/** Finds the tasks among the beans, and measures their runs. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
