/**
 * Published language of provisioning: which access a subscription holds on the VPN panel.
 *
 * <p>Owns one desired-state record per subscription and the comparison of it with the panel.
 * Invariants: the record is ours and the panel's user is derived from it; a generation only grows;
 * a newer desire is never overwritten by the outcome of an older one. Events in: {@code
 * SubscriptionExtended}; events out: {@link io.cybervpn.domain.provisioning.AccessGranted}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.provisioning;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
