/**
 * Published language of schedules: work that the clock starts, once in the whole cluster.
 *
 * <p>Owns one row per task and the history of its runs. Invariants: a firing is with one instance
 * at a time; what a dead one had taken is taken over when its lease ends; a firing that was missed
 * is made up for once, however many were missed.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
