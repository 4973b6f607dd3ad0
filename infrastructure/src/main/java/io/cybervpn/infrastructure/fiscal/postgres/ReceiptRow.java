package io.cybervpn.infrastructure.fiscal.postgres;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.fiscal.model.Registration;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A row of fiscal_receipt, in the order of {@link #COLUMNS}. */
final class ReceiptRow {
    /** With the alias r. */
    static final String COLUMNS =
            " r.id, r.payment_id, r.cause, r.about, r.state, r.amount_minor, r.asset, r.paid_at,"
                    + " r.happened_at, r.created_at, r.sent_at, r.reference, r.link, r.reason,"
                    + " r.closed_at, r.registrar ";

    private ReceiptRow() {}

    static FiscalReceipt receipt(Object[] row) {
        ReceiptOrder order = order(row);
        return switch ((String) row[4]) {
            case "queued" -> new FiscalReceipt.Queued(order);
            case "sent" -> new FiscalReceipt.Sent(order, Times.at(row[10]));
            case "registered" ->
                    new FiscalReceipt.Registered(
                            order,
                            new Registration(
                                    (String) row[11],
                                    Optional.ofNullable((String) row[12]).map(URI::create)),
                            Times.at(row[14]));
            case "given_up" ->
                    new FiscalReceipt.GivenUp(order, (String) row[13], Times.at(row[14]));
            case "cancelled" ->
                    new FiscalReceipt.Cancelled(order, false, (String) row[13], Times.at(row[14]));
            case "by_hand" ->
                    new FiscalReceipt.Cancelled(order, true, (String) row[13], Times.at(row[14]));
            default -> throw new IllegalStateException("a receipt that is " + row[4]);
        };
    }

    private static ReceiptOrder order(Object[] row) {
        return new ReceiptOrder(
                new FiscalReceiptId((UUID) row[0]),
                (String) row[15],
                cause((String) row[2]),
                new PaymentId((UUID) row[1]),
                (UUID) row[3],
                new Money(((Number) row[5]).longValue(), Asset.of((String) row[6])),
                Times.at(row[7]),
                Times.at(row[8]),
                Times.at(row[9]));
    }

    static ReceiptCause cause(String name) {
        return ReceiptCause.valueOf(name.toUpperCase(Locale.ROOT));
    }

    static String name(ReceiptCause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }
}
