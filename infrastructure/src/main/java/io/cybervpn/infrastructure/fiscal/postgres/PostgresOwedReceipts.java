package io.cybervpn.infrastructure.fiscal.postgres;

import io.cybervpn.application.fiscal.port.OwedReceipts;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Reads payments and refunds past payment's use cases: what has no receipt can only be asked for
 * where both are.
 */
@Singleton
final class PostgresOwedReceipts implements OwedReceipts {
    private static final String LIST =
            """
            select 'payment' as cause, p.id as payment, p.id as about, p.received_minor as minor,
                p.received_asset as asset, p.paid_at, p.paid_at as happened
            from payment p
            join fiscal_coverage c on c.provider = p.provider and c.asset = p.received_asset
                and p.paid_at >= c.since
            where p.paid_at >= :since and p.state = 'captured' and not exists (
                select 1 from fiscal_receipt f where f.cause = 'payment' and f.about = p.id)
            union all
            select 'refund', p.id, r.id, r.amount_minor, r.asset, p.paid_at, r.closed_at
            from fiscal_receipt f
            join payment p on p.id = f.payment_id
            join refund r on r.payment_id = p.id
            where f.cause = 'payment' and p.paid_at >= :since and r.state = 'succeeded'
                and r.destination = 'provider' and r.asset = f.asset and not exists (
                    select 1 from fiscal_receipt x where x.cause = 'refund' and x.about = r.id)
            union all
            select 'refund_undone', p.id, r.id, f.amount_minor, f.asset, p.paid_at, r.closed_at
            from fiscal_receipt f
            join payment p on p.id = f.payment_id
            join refund r on r.id = f.about
            where f.cause = 'refund' and p.paid_at >= :since and r.state = 'failed'
                and f.state not in ('cancelled', 'by_hand') and not exists (
                    select 1 from fiscal_receipt x where x.cause = 'refund_undone' and x.about = r.id)
            order by happened, about limit :limit""";

    @Override
    public Uni<List<Owed>> list(Instant paidSince, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LIST, Object[].class)
                                        .setParameter("since", paidSince)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresOwedReceipts::owed).toList());
    }

    private static Owed owed(Object[] row) {
        return new Owed(
                ReceiptRow.cause((String) row[0]),
                new PaymentId((UUID) row[1]),
                (UUID) row[2],
                new Money(((Number) row[3]).longValue(), Asset.of((String) row[4])),
                Times.at(row[5]),
                Times.at(row[6]));
    }
}
