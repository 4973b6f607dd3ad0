package io.cybervpn.application.payment.port;

import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;

/** Writes to customers about their money. */
public interface PaymentMails {
    /**
     * Somebody who reads.
     *
     * @param locale a language tag; English where it is not known
     */
    record Reader(String email, String locale) {}

    /**
     * Says that money came back. Not repeatable: two calls are two mails. Gives up after 10 s; a
     * failure means that it may not have been sent. Never call it in a unit of work.
     *
     * @param toWallet false: the way it was paid
     */
    Uni<Void> refunded(Reader reader, Money amount, boolean toWallet);
}
