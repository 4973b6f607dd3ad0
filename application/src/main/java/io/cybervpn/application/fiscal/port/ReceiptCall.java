package io.cybervpn.application.fiscal.port;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a registrar is asked for.
 *
 * @param id written into the receipt, so that it can be found again
 * @param about the payment, or the refund
 * @param amount what came or went back
 * @param left what the customer has paid with this receipt; nothing: the one before is annulled
 * @param replaces the reference of the receipt that stood for the payment so far
 * @param paidAt when the provider took the payment
 */
public record ReceiptCall(
        FiscalReceiptId id,
        ReceiptCause cause,
        PaymentId payment,
        UUID about,
        Money amount,
        Money left,
        Optional<String> replaces,
        Instant paidAt) {}
