/** Schedules over REST, for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.schedule.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
