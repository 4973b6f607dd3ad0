package io.cybervpn.application.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that came and fits no payment, as staff see it.
 *
 * @param reference the provider's id of the invoice
 * @param amount what came; empty if nobody can count it
 * @param text as the provider wrote it, where it cannot be counted
 * @param left what is still to be decided on; empty where {@code amount} is
 * @param of the payment it came for, or beside, if that is known
 * @param sendable whether the shop itself can send it back the way it came
 * @param decision what staff decided; empty while they have not
 */
public record UnmatchedView(
        UnmatchedId id,
        String provider,
        String reference,
        Optional<Money> amount,
        Optional<String> text,
        Optional<Money> left,
        String reason,
        Optional<Of> of,
        boolean sendable,
        Instant paidAt,
        Instant seenAt,
        Optional<Decided> decision) {
    /**
     * What it came for, or beside.
     *
     * @param subject such as an order
     */
    public record Of(PaymentId payment, AccountId customer, UUID subject) {}

    /**
     * What staff decided.
     *
     * @param kind {@code credit, pay_order, sent_back} or {@code kept}
     * @param target whose it is now, or the order that it paid
     */
    public record Decided(String kind, Optional<UUID> target, String reason, Instant at) {}

    /** Whether somebody has to decide. */
    public boolean isOpen() {
        return decision.isEmpty() && left.filter(Money::isZero).isEmpty();
    }
}
