package io.cybervpn.infrastructure.payment;

import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * What a provider that makes fiscal receipts itself asks of the shop; the context fiscal answers.
 * Never called in a unit of work.
 */
public interface ReceiptBook {
    /** What is known of a payment; empty for one that the shop does not know. */
    Uni<Optional<Entry>> entry(PaymentId payment);

    /**
     * From now on the receipts of this payment are this registrar's, whatever is set later. The
     * first one who says so holds. Of what is no payment of the shop nothing is noted. Repeatable.
     */
    Uni<Void> carry(PaymentId payment, String registrar);

    /**
     * A payment.
     *
     * @param sold what it is for
     * @param email of its payer
     * @param registrar whose its receipts are, once that is decided
     */
    record Entry(String sold, Optional<String> email, Optional<String> registrar) {}
}
