package io.cybervpn.infrastructure.fiscal.yookassa;

import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.infrastructure.payment.yookassa.YooKassaDesk.Which;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a receipt is of: the payment or the refund at YooKassa, what was sold, and to whom. */
@Singleton
class SoldThings {
    private static final String FIND =
            """
            select p.provider_reference as payment, r.provider_reference as refund, p.description,
                a.email
            from payment p
            left join account a on a.id = p.payer
            left join refund r on r.payment_id = p.id and r.id = $2
            where p.id = $1""";

    private final Pool pool;

    @Inject
    SoldThings(Pool pool) {
        this.pool = pool;
    }

    /** A thing. */
    record Thing(Which which, String sold, Optional<String> email) {}

    Uni<Thing> of(ReceiptCall call) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(call.payment().value(), call.about()))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .flatMap(
                                                row ->
                                                        which(row, call)
                                                                .map(which -> thing(which, row)))
                                        .orElseThrow(
                                                () ->
                                                        new FiscalUnavailable(
                                                                "the provider's name of it is not"
                                                                        + " known")));
    }

    private static Optional<Which> which(Row row, ReceiptCall call) {
        boolean isRefund = call.cause() != ReceiptCause.PAYMENT;
        return Optional.ofNullable(row.getString(isRefund ? "refund" : "payment"))
                .map(reference -> new Which(isRefund, reference));
    }

    private static Thing thing(Which which, Row row) {
        return new Thing(
                which, row.getString("description"), Optional.ofNullable(row.getString("email")));
    }
}
