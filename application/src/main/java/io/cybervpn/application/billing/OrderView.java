package io.cybervpn.application.billing;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An order as its buyer sees it.
 *
 * @param subscription the one that it renews, or the one that it opened once it is paid
 * @param fromWallet what of the total the buyer's wallet gave or has set aside for it
 * @param payment the latest one
 */
public record OrderView(
        OrderId id,
        OrderStatus status,
        PlanId plan,
        int termDays,
        Optional<UUID> subscription,
        Money total,
        Money fromWallet,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> paidAt,
        Optional<Payment> payment) {
    /**
     * How it is to be paid.
     *
     * @param state as payment names its states
     * @param payUrl where the buyer pays; empty until the provider has answered
     */
    public record Payment(
            PaymentId id,
            String provider,
            String state,
            Optional<URI> payUrl,
            Optional<URI> miniAppUrl) {}

    /** The same order with its payment. */
    public OrderView paidBy(Payment latest) {
        return new OrderView(
                id,
                status,
                plan,
                termDays,
                subscription,
                total,
                fromWallet,
                createdAt,
                expiresAt,
                paidAt,
                Optional.of(latest));
    }

    /** The same order with what of it comes from the wallet. */
    public OrderView fromWallet(Money part) {
        return new OrderView(
                id,
                status,
                plan,
                termDays,
                subscription,
                total,
                part,
                createdAt,
                expiresAt,
                paidAt,
                payment);
    }
}
