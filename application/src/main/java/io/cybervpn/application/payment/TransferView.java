package io.cybervpn.application.payment;

import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A recorded bank transfer as staff see it.
 *
 * @param reference what its money is known by in the books
 * @param invoice what it was for; empty if nobody knows
 * @param bankReference the bank's own id of it
 */
public record TransferView(
        TransferId id,
        String reference,
        Optional<TransferReference> invoice,
        Money amount,
        String bankReference,
        Instant arrivedAt,
        Instant recordedAt,
        String reason) {
    static TransferView of(BankTransfer transfer) {
        return new TransferView(
                transfer.id(),
                transfer.reference(),
                transfer.invoice(),
                transfer.amount(),
                transfer.bankReference(),
                transfer.arrivedAt(),
                transfer.recordedAt(),
                transfer.reason());
    }
}
