/**
 * What every use case needs: the unit of work, the outbox and the inbox, idempotency keys, ids, the
 * actor.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
