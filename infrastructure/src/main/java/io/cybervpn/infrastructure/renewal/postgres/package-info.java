/**
 * Renewals in PostgreSQL. Owns the tables renewal_cycle, renewal_step, renewal_attempt,
 * auto_renewal, renewal_consent and dunning_policy.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.renewal.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
