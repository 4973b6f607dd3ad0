/**
 * What every adapter needs: the transaction, the outbox and the inbox in PostgreSQL, event types,
 * ids and time. Owns the tables outbox, inbox and idempotency_key.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
