package io.cybervpn.infrastructure.renewal.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.infrastructure.shared.EntityColumns;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cycles in the session of the open unit of work. */
@Singleton
final class PostgresCycles implements Cycles {
    private static final String ADD =
            """
            insert into renewal_cycle (id, subscription_id, period_end, account_id, state, attempts,
                told_up_to, tried_up_to, next_at, closed_at, grace_days)
            values (:id, :subscription, :end, :account, :state, :attempts, :told, :tried,
                cast(:next as timestamptz), cast(:closed as timestamptz),
                :grace)
            on conflict (subscription_id, period_end) do nothing""";
    private static final String FIND =
            "select "
                    + CycleRow.COLUMNS
                    + " from renewal_cycle where subscription_id = :subscription and period_end = :end";
    private static final String LOCK = FIND + " for no key update";
    private static final String LOCK_BY_ORDER =
            "select "
                    + CycleRow.COLUMNS
                    + " from renewal_cycle where order_id = :order for no key update";
    private static final String CLAIM =
            """
            update renewal_cycle c set next_at = :lease
            from (select id from renewal_cycle where next_at <= :now
                  order by next_at limit :limit for no key update skip locked) due
            where c.id = due.id
            returning %s"""
                    .formatted(EntityColumns.of("c", CycleRow.COLUMNS));
    private static final String NOTE =
            """
            insert into renewal_step (subscription_id, period_end, step, at)
            values (:subscription, :end, :step, :at) on conflict do nothing""";
    private static final String NOTE_ATTEMPT =
            """
            insert into renewal_attempt (order_id, subscription_id, period_end, at)
            values (:order, :subscription, :end, :at) on conflict do nothing""";
    private static final String CANCEL_ALL =
            """
            update renewal_cycle set state = 'cancelled', next_at = null, closed_at = :now
            where account_id = :account and next_at is not null and state <> 'charging'""";
    private static final String REOWN =
            "update renewal_cycle set account_id = :into where account_id = :from";

    @Override
    public Uni<Boolean> add(Cycle cycle) {
        CycleRow row = new CycleRow();
        row.fill(cycle);
        return Panache.getSession()
                .chain(
                        session ->
                                period(session.createNativeQuery(ADD), cycle.key())
                                        .setParameter("id", cycle.id().value())
                                        .setParameter("account", row.accountId)
                                        .setParameter("state", row.state)
                                        .setParameter("attempts", row.attempts)
                                        .setParameter("told", row.toldUpTo)
                                        .setParameter("tried", row.triedUpTo)
                                        .setParameter("next", row.nextAt)
                                        .setParameter("closed", row.closedAt)
                                        .setParameter("grace", row.graceDays)
                                        .executeUpdate())
                .map(added -> added == 1);
    }

    private static Mutiny.MutationQuery period(Mutiny.MutationQuery query, PeriodKey key) {
        return query.setParameter("subscription", key.subscription().value())
                .setParameter("end", key.end());
    }

    @Override
    public Uni<Optional<Cycle>> find(PeriodKey key) {
        return one(FIND, key);
    }

    @Override
    public Uni<Optional<Cycle>> lock(PeriodKey key) {
        return one(LOCK, key);
    }

    private static Uni<Optional<Cycle>> one(String sql, PeriodKey key) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(sql, CycleRow.class)
                                        .setParameter("subscription", key.subscription().value())
                                        .setParameter("end", key.end())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(CycleRow::toCycle));
    }

    @Override
    public Uni<Optional<Cycle>> lockByOrder(OrderId order) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK_BY_ORDER, CycleRow.class)
                                        .setParameter("order", order.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(CycleRow::toCycle));
    }

    @Override
    public Uni<Void> save(Cycle cycle) {
        return Panache.getSession()
                .chain(session -> session.find(CycleRow.class, cycle.id().value()))
                .invoke(row -> row.fill(cycle))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Cycle>> claimDue(Instant now, Instant lease, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CLAIM, CycleRow.class)
                                        .setParameter("now", now)
                                        .setParameter("lease", lease)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(CycleRow::toCycle).toList());
    }

    @Override
    public Uni<Boolean> note(PeriodKey key, String step, Instant at) {
        return Panache.getSession()
                .chain(
                        session ->
                                period(session.createNativeQuery(NOTE), key)
                                        .setParameter("step", step)
                                        .setParameter("at", at)
                                        .executeUpdate())
                .map(noted -> noted == 1);
    }

    @Override
    public Uni<Void> noteAttempt(PeriodKey key, OrderId order, Instant at) {
        return Panache.getSession()
                .chain(
                        session ->
                                period(session.createNativeQuery(NOTE_ATTEMPT), key)
                                        .setParameter("order", order.value())
                                        .setParameter("at", at)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> cancelAllOf(AccountId account, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CANCEL_ALL)
                                        .setParameter("account", account.value())
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REOWN)
                                        .setParameter("from", from.value())
                                        .setParameter("into", into.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
