package io.cybervpn.infrastructure.approval.postgres;

import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.approval.repository.Approvals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wishes by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresApprovals implements Approvals {
    private static final String ADD =
            """
            insert into approval (id, kind, subject, minor_units, asset, details, asked_by, asked_at,
                reason, expires_at, state)
            values (:id, :kind, :subject, :minorUnits, :asset, cast(cast(:details as text) as jsonb),
                :askedBy, :askedAt, :reason, :expiresAt, 'open')
            on conflict (kind, subject) where state = 'open' do nothing""";
    private static final String COLUMNS =
            """
            select id, kind, subject, minor_units, asset, cast(details as text), asked_by, asked_at,
                reason, state, decided_by, decided_at
            from approval
            """;
    private static final String LOCK = COLUMNS + "where id = :id for update";
    private static final String LOCK_OPEN =
            COLUMNS + "where kind = :kind and subject = :subject and state = 'open' for update";
    private static final String SAVE =
            """
            update approval set state = :state, decided_by = cast(nullif(:by, '') as uuid),
                decided_at = cast(nullif(:at, '') as timestamptz)
            where id = :id""";
    private static final String NEWEST =
            COLUMNS
                    + """
                    where :state = '' or :state =
                        case when state = 'open' and expires_at <= :now then 'expired' else state end
                    order by asked_at desc, id desc limit :limit""";

    @Override
    public Uni<Boolean> add(Approval.Open open) {
        Wish wish = open.wish();
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ADD)
                                        .setParameter("id", wish.id().value())
                                        .setParameter("kind", wish.purpose().kind())
                                        .setParameter("subject", wish.purpose().subject())
                                        .setParameter("minorUnits", wish.money().minorUnits())
                                        .setParameter("asset", wish.money().asset().code())
                                        .setParameter("details", ApprovalRows.json(wish.details()))
                                        .setParameter("askedBy", wish.asked().by().value())
                                        .setParameter("askedAt", wish.asked().at())
                                        .setParameter("reason", wish.asked().reason())
                                        .setParameter("expiresAt", wish.expiresAt())
                                        .executeUpdate())
                .map(added -> added == 1);
    }

    @Override
    public Uni<Optional<Approval>> lock(ApprovalId id) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(ApprovalRows::approval));
    }

    @Override
    public Uni<Optional<Approval.Open>> lockOpen(Wish.Purpose purpose) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(LOCK_OPEN, Object[].class)
                                        .setParameter("kind", purpose.kind())
                                        .setParameter("subject", purpose.subject())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(row -> new Approval.Open(ApprovalRows.wish(row))));
    }

    @Override
    public Uni<Void> save(Approval approval) {
        return switch (approval) {
            case Approval.Open _ -> Uni.createFrom().voidItem();
            case Approval.Expired(var wish) -> save(wish, ApprovalState.EXPIRED, "", "");
            case Approval.Approved(var wish, var by, var at) ->
                    save(wish, ApprovalState.APPROVED, by.value().toString(), at.toString());
            case Approval.Rejected(var wish, var by, var at) ->
                    save(wish, ApprovalState.REJECTED, by.value().toString(), at.toString());
        };
    }

    private static Uni<Void> save(Wish wish, ApprovalState state, String by, String at) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(SAVE)
                                        .setParameter("state", state.code())
                                        .setParameter("by", by)
                                        .setParameter("at", at)
                                        .setParameter("id", wish.id().value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Approval>> newest(Optional<ApprovalState> state, Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(NEWEST, Object[].class)
                                        .setParameter(
                                                "state", state.map(ApprovalState::code).orElse(""))
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(ApprovalRows::approval).toList());
    }
}
