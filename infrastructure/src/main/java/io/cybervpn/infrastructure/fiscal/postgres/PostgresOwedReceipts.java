package io.cybervpn.infrastructure.fiscal.postgres;

import io.cybervpn.application.fiscal.port.OwedReceipts;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
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
                p.received_asset as asset, p.paid_at, p.paid_at as happened, c.registrar
            from payment p
            join fiscal_coverage c on c.provider = p.provider and c.asset = p.received_asset
                and p.paid_at >= c.since
            where p.paid_at >= :since and p.state = 'captured' and c.provider = any(string_to_array(:covered, ','))
                and c.registrar = any(string_to_array(:registrars, ','))
                and not exists (select 1 from fiscal_carried k where k.payment_id = p.id)
                and not exists (
                    select 1 from fiscal_receipt f where f.cause = 'payment' and f.about = p.id)
            union all
            select 'payment', p.id, p.id, p.received_minor, p.received_asset, p.paid_at, p.paid_at,
                k.registrar
            from fiscal_carried k
            join payment p on p.id = k.payment_id
            where k.at >= cast(:since as timestamptz) - interval '30 days' and p.paid_at >= :since
                and p.state = 'captured' and k.registrar = any(string_to_array(:registrars, ',')) and not exists (
                    select 1 from fiscal_receipt f where f.cause = 'payment' and f.about = p.id)
            union all
            select 'refund', p.id, r.id, r.amount_minor, r.asset, p.paid_at, r.closed_at, f.registrar
            from fiscal_receipt f
            join payment p on p.id = f.payment_id
            join refund r on r.payment_id = p.id
            where f.cause = 'payment' and f.registrar = any(string_to_array(:registrars, ',')) and p.paid_at >= :since
                and r.state = 'succeeded'
                and r.destination = 'provider' and r.asset = f.asset and not exists (
                    select 1 from fiscal_receipt x where x.cause = 'refund' and x.about = r.id)
            union all
            select 'refund_undone', p.id, r.id, f.amount_minor, f.asset, p.paid_at, r.closed_at,
                f.registrar
            from fiscal_receipt f
            join payment p on p.id = f.payment_id
            join refund r on r.id = f.about
            where f.cause = 'refund' and f.registrar = any(string_to_array(:registrars, ',')) and p.paid_at >= :since
                and r.state = 'failed'
                and f.state not in ('cancelled', 'by_hand') and not exists (
                    select 1 from fiscal_receipt x where x.cause = 'refund_undone' and x.about = r.id)
            order by happened, about limit :limit""";

    @Override
    public Uni<List<Owed>> list(Query query) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LIST, Object[].class)
                                        .setParameter("registrars", names(query.registrars()))
                                        .setParameter("covered", names(query.covered()))
                                        .setParameter("since", query.paidSince())
                                        .setParameter("limit", query.limit())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresOwedReceipts::owed).toList());
    }

    private static String names(Set<String> names) {
        return String.join(",", names);
    }

    private static Owed owed(Object[] row) {
        return new Owed(
                (String) row[7],
                ReceiptRow.cause((String) row[0]),
                new PaymentId((UUID) row[1]),
                (UUID) row[2],
                new Money(((Number) row[3]).longValue(), Asset.of((String) row[4])),
                Times.at(row[5]),
                Times.at(row[6]));
    }
}
