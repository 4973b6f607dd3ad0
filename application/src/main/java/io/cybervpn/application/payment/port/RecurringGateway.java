package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A provider that charges a payer each period by itself, as he agreed when he paid the first time.
 * Never called in a unit of work. A call fails with {@link GatewayUnavailable} when its outcome is
 * unknown.
 */
public interface RecurringGateway {
    /** The provider's name, such as {@code stars}. */
    String provider();

    /** False when the shop has no credentials for it; no other call is allowed then. */
    boolean enabled();

    /** What may be agreed to now; empty while the shop does not offer it. */
    Optional<Terms> terms();

    /**
     * Tells the provider to charge no more, or that the payer may have it go on. Repeatable. Fails
     * with {@link GatewayRefused} when the provider knows of no such agreement. Gives up after 15
     * s.
     *
     * @param first the receipt of the first payment
     */
    Uni<Void> steer(Receipt first, Steering steering);

    /**
     * All that was taken by an agreement since then, also the first time, oldest first. Repeatable.
     * Gives up after 30 s.
     *
     * @param payment the first of its payments
     */
    Uni<List<Receipt>> charges(PaymentId payment, Instant since);

    /**
     * What may be agreed to.
     *
     * @param period the only one between two charges
     * @param most the largest amount
     */
    record Terms(Duration period, Money most) {
        /** Whether this may be taken each period. */
        public boolean allow(Money amount) {
            return amount.asset().equals(most.asset()) && amount.compareTo(most) <= 0;
        }
    }
}
