/** Where schedules are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.schedule.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
