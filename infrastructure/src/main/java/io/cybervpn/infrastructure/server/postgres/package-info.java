/** Servers in PostgreSQL. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.server.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
