package io.cybervpn.application.fiscal;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A receipt as others see it.
 *
 * @param registrar who makes it: {@code nalog, yookassa}
 * @param cause {@code payment, refund, refund_undone}
 * @param about the payment, or the refund
 * @param state {@code queued, sent, registered, given_up, cancelled, by_hand}
 * @param reference its name at the tax office
 * @param link where it can be seen
 * @param reason why it was given up or cancelled
 * @param attempts how often it was tried since it was queued
 * @param nextTryAt empty when it is not tried any more
 */
public record FiscalReceiptView(
        FiscalReceiptId id,
        String registrar,
        String cause,
        PaymentId payment,
        UUID about,
        Money amount,
        String state,
        Optional<String> reference,
        Optional<URI> link,
        Optional<String> reason,
        int attempts,
        Instant happenedAt,
        Optional<Instant> nextTryAt) {
    /** The states, for a filter. */
    public static final String STATES = "queued|sent|registered|given_up|cancelled|by_hand";
}
