/** The audit trail in PostgreSQL, chained by the database as each transaction commits. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.audit.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
