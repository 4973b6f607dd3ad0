package io.cybervpn.infrastructure.fiscal.postgres;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.infrastructure.payment.ReceiptBook;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Whose the receipts of a payment are, by one statement each. */
@Singleton
final class PostgresReceiptBook implements ReceiptBook {
    private static final String ENTRY =
            """
            select p.description, a.email, coalesce(f.registrar, c.registrar) as registrar
            from payment p
            left join account a on a.id = p.payer
            left join fiscal_receipt f on f.cause = 'payment' and f.about = p.id
            left join fiscal_carried c on c.payment_id = p.id
            where p.id = $1""";
    private static final String CARRY =
            """
            insert into fiscal_carried (payment_id, registrar, at)
            select id, $2, $3 from payment where id = $1
            on conflict (payment_id) do nothing""";

    private final Pool pool;
    private final Clock clock;

    @Inject
    PostgresReceiptBook(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Entry>> entry(PaymentId payment) {
        return Remote.outsideUnitOfWork(
                        () -> pool.preparedQuery(ENTRY).execute(Tuple.of(payment.value())))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .map(PostgresReceiptBook::entry));
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getString("description"),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("registrar")));
    }

    @Override
    public Uni<Void> carry(PaymentId payment, String registrar) {
        return Remote.outsideUnitOfWork(
                        () ->
                                pool.preparedQuery(CARRY)
                                        .execute(
                                                Tuple.of(
                                                        payment.value(),
                                                        registrar,
                                                        clock.instant().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }
}
