package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Takes money from who is not there, by what he let the provider keep. Never called in a unit of
 * work. A call fails with {@link GatewayUnavailable} when its outcome is unknown.
 */
public interface ChargingGateway {
    /** The provider's name, such as {@code yookassa}. */
    String provider();

    /** False when the shop has no credentials for it; no other call is allowed then. */
    boolean enabled();

    /**
     * What the provider kept of a paid invoice; empty if nothing. Repeatable. Gives up after 15 s.
     *
     * @param reference the provider's id of the invoice
     */
    Uni<Optional<Kept>> kept(String reference);

    /**
     * Takes money. Repeatable with the same payment: the provider takes it once. Fails with {@link
     * GatewayRefused} when nothing was taken and never will be. Gives up after 15 s. A charge whose
     * answer was lost is found by {@link PaymentGateway#search}, as any payment.
     */
    Uni<Outcome> charge(Call call);

    /**
     * Has the provider forget what it kept, so that nobody can charge it any more. One that cannot
     * does nothing. Repeatable. Fails with {@link GatewayRefused} when it never will. Gives up
     * after 25 s.
     */
    default Uni<Void> release(String token) {
        return Uni.createFrom().voidItem();
    }

    /**
     * What a provider kept.
     *
     * @param token a secret: whoever has it and our keys can take money
     * @param title masked, for the customer
     */
    record Kept(String token, String title) {
        @Override
        public String toString() {
            return "Kept[" + title + "]";
        }
    }

    /**
     * Money to be taken.
     *
     * @param payment our own reference, by which the provider knows a repetition
     * @param description shown to the payer, 1 to 1024 characters
     */
    record Call(PaymentId payment, String token, Money amount, String description) {
        @Override
        public String toString() {
            return "Call[" + payment.value() + ", " + amount + "]";
        }
    }

    /** What came of it. */
    sealed interface Outcome {
        /** The money is ours. */
        record Taken(Receipt receipt) implements Outcome {}

        /** It will be decided later: {@link PaymentGateway#search} tells. */
        record Underway() implements Outcome {}

        /**
         * Nothing was taken and will not be.
         *
         * @param reason the provider's word for it
         * @param forGood what was kept is worth nothing any more: forget it
         */
        record Declined(String reason, boolean forGood) implements Outcome {}
    }
}
