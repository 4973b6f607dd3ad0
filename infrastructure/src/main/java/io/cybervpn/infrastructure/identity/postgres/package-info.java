/** Accounts and sessions in PostgreSQL. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
