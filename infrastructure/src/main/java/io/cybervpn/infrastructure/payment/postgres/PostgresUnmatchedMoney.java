package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Money that fits no payment, in the session of the open unit of work. */
@Singleton
final class PostgresUnmatchedMoney implements UnmatchedMoney {
    private static final String ADD =
            """
            insert into unmatched_money (id, provider, reference, received_minor, received_asset,
                received_text, reason, payment_id, paid_at, seen_at)
            select u.id, u.provider, u.reference, u.minor, u.asset, u.said, u.reason, u.payment,
                u.paid_at, u.seen_at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as u(id uuid, provider text,
                reference text, minor bigint, asset text, said text, reason text, payment uuid,
                paid_at timestamptz, seen_at timestamptz)
            order by u.id
            on conflict do nothing""";
    private static final String FIND =
            """
            select id, provider, reference, received_minor, received_asset, received_text, reason,
                payment_id, paid_at, seen_at, resolution is not null
            from unmatched_money where id = :id""";
    private static final String LOCK = FIND + " for update";
    private static final String RESOLVE =
            """
            update unmatched_money set resolution = :resolution,
                resolved_minor = cast(:minor as bigint), target = cast(:target as uuid),
                resolution_reason = :reason, resolved_at = :at
            where id = :id and resolution is null""";

    private static final String SENT_BACK =
            "select 1 from unmatched_money where id = :id and resolution = 'sent_back'";
    private static final String NOTE_RETURN =
            """
            update unmatched_money set returned_as = array_append(returned_as, cast(:name as text))
            where id = :id and not cast(:name as text) = any(returned_as)""";

    @Override
    public Uni<Void> addAll(List<Unmatched> money) {
        JsonRows rows = new JsonRows();
        money.forEach(one -> add(rows, one));
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("rows", rows.toString())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void add(JsonRows rows, Unmatched one) {
        var row =
                rows.add()
                        .put("id", one.id().value().toString())
                        .put("provider", one.provider())
                        .put("reference", one.receipt().reference())
                        .put("reason", one.reason())
                        .put("paid_at", one.receipt().paidAt().toString())
                        .put("seen_at", one.seenAt().toString());
        one.payment().ifPresent(payment -> row.put("payment", payment.value().toString()));
        switch (one.receipt().received()) {
            case Received.Exact(var came) ->
                    row.put("minor", came.minorUnits()).put("asset", came.asset().code());
            case Received.Unreadable(var said) -> row.put("said", said);
        }
    }

    @Override
    public Uni<Optional<Unmatched>> find(UnmatchedId id) {
        return one(FIND, id);
    }

    @Override
    public Uni<Optional<Unmatched>> lock(UnmatchedId id) {
        return one(LOCK, id);
    }

    private static Uni<Optional<Unmatched>> one(String query, UnmatchedId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(query, Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresUnmatchedMoney::unmatched));
    }

    private static Unmatched unmatched(Object[] row) {
        return new Unmatched(
                new UnmatchedId((UUID) row[0]),
                (String) row[1],
                new Receipt((String) row[2], received(row), instant(row[8])),
                (String) row[6],
                Optional.ofNullable((UUID) row[7]).map(PaymentId::new),
                instant(row[9]),
                (boolean) row[10]);
    }

    private static Received received(Object[] row) {
        return row[3] == null
                ? new Received.Unreadable((String) row[5])
                : new Received.Exact(
                        new Money(((Number) row[3]).longValue(), Asset.of((String) row[4])));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    @Override
    public Uni<Boolean> wasSentBack(UnmatchedId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SENT_BACK, Object.class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Void> noteReturn(UnmatchedId id, String reference) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(NOTE_RETURN)
                                        .setParameter("id", id.value())
                                        .setParameter("name", reference)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> resolve(UnmatchedId id, Decision decision) {
        return Panache.getSession()
                .chain(session -> resolve(session, id, decision).executeUpdate())
                .invoke(
                        changed -> {
                            if (changed != 1) {
                                throw new IllegalStateException(id + " was decided on before");
                            }
                        })
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery resolve(
            Mutiny.Session session, UnmatchedId id, Decision decision) {
        return session.createNativeQuery(RESOLVE)
                .setParameter("id", id.value())
                .setParameter("resolution", decision.resolution().code())
                .setParameter("minor", decision.money().map(Money::minorUnits).orElse(null))
                .setParameter("target", decision.resolution().target().orElse(null))
                .setParameter("reason", decision.reason())
                .setParameter("at", decision.at());
    }
}
