package io.cybervpn.infrastructure.payment.yookassa;

import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * YooKassa's fiscal receipts (54-FZ), for the context fiscal. Never called in a unit of work. A
 * call fails with {@code GatewayUnavailable} when its outcome is unknown.
 */
public interface YooKassaDesk {
    /** Whether the shop has credentials. */
    boolean isReady();

    /** Whether payments get receipts from now on. */
    boolean isOn();

    /** How the receipt of a payment or a refund is there. Gives up after 20 s. */
    Uni<Found> find(Which which);

    /**
     * Has one made apart. Fails with {@code GatewayRefused} when none was made and none will be.
     * Gives up after 12 s.
     */
    Uni<Found> make(Wish wish);

    /** A payment or a refund, by its id at YooKassa. */
    record Which(boolean isRefund, String reference) {}

    /**
     * A receipt to be made.
     *
     * @param key at most 64 characters: the same one makes the same receipt
     * @param sold what the line says
     * @param email of the customer; without it the shop's contact has to do
     */
    record Wish(String key, Which which, Money amount, String sold, Optional<String> email) {}

    /** How a receipt stands. */
    sealed interface Found {
        /** It is registered. */
        record Made(String receipt) implements Found {}

        /** It is being registered. */
        record Underway() implements Found {}

        /** So many were tried, and none of them could be registered. */
        record Failed(int times) implements Found {}

        /** There is none. */
        record Missing() implements Found {}
    }
}
