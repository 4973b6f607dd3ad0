/** What schedules need from others. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.schedule.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
