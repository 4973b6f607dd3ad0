/**
 * The developer's machine: embedded PostgreSQL and Redis servers, the launcher behind {@code
 * ./cybervpn} and the demo of a whole sale. Owns every process it starts, finds each again by its
 * pid file after a crash, and never touches another one. None of it is part of the shop that is
 * shipped.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.dev;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
