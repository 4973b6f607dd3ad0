package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.repository.Refunds;
import io.cybervpn.infrastructure.shared.EntityColumns;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The refund table. */
@Singleton
final class PostgresRefunds implements Refunds {
    private static final String OF_PAYMENT =
            "select "
                    + RefundRow.COLUMNS
                    + " from refund where payment_id = :payment order by created_at, id";

    /** The patience of {@link Patience#nextLook}, for many rows in one statement. */
    private static final String CLAIM =
            """
            update refund r set look_at = cast(:now as timestamptz)
                + least(cast(:longest as bigint), greatest(cast(:shortest as bigint),
                    cast(extract(epoch from cast(:now as timestamptz) - r.created_at) * 500 as bigint)))
                * interval '1 millisecond'
            from (select id from refund where look_at <= :now
                  order by look_at limit :limit for update skip locked) due
            where r.id = due.id
            returning %s"""
                    .formatted(EntityColumns.of("r", RefundRow.COLUMNS));

    @Override
    public Uni<Void> add(Refund refund, Instant lookAt) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.persist(RefundRow.of(refund, lookAt))
                                        .chain(session::flush));
    }

    @Override
    public Uni<List<Refund>> ofPayment(PaymentId payment) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF_PAYMENT, RefundRow.class)
                                        .setParameter("payment", payment.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(RefundRow::refund).toList());
    }

    @Override
    public Uni<Void> save(Refund refund) {
        UUID id = refund.id().value();
        return Panache.getSession()
                .chain(
                        session ->
                                session.find(RefundRow.class, id)
                                        .invoke(row -> row.become(refund))
                                        .chain(session::flush));
    }

    @Override
    public Uni<List<Refund>> claimDue(Instant now, Patience patience, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CLAIM, RefundRow.class)
                                        .setParameter("now", now)
                                        .setParameter("shortest", patience.shortest().toMillis())
                                        .setParameter("longest", patience.longest().toMillis())
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(RefundRow::refund).toList());
    }
}
