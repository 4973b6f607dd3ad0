/** By what right an instance runs a task. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.schedule.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
