/** Schedules as rows. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.schedule.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
