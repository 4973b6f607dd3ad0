package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.infrastructure.shared.RateArrays;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was done with subscriptions: all deeds, in one count. */
final class Deeds {
    private static final String APPEND =
            """
            insert into subscription_change (id, subscription_id, key, from_plan, to_plan, term_days,
                assets, minor, keeps_free_time, at, end_before, end_after)
            values (:id, :subscription, :key, :from, :to, :days, :assets, :minor, :keeps, :at,
                :before, :after)
            on conflict (subscription_id, key) do nothing""";

    private Deeds() {}

    private record Counted(long seq, Deed deed) {}

    static Uni<Boolean> append(PlanChange change) {
        return Panache.getSession()
                .chain(session -> insert(session, change))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, PlanChange change) {
        return session.createNativeQuery(APPEND)
                .setParameter("id", change.id())
                .setParameter("subscription", change.subscription().value())
                .setParameter("key", change.key())
                .setParameter("from", change.from().value())
                .setParameter("to", change.to().value())
                .setParameter("days", change.rates().termDays())
                .setParameter("assets", RateArrays.assets(change.rates()))
                .setParameter("minor", RateArrays.minorUnits(change.rates()))
                .setParameter("keeps", change.keepsFreeTime())
                .setParameter("at", change.at())
                .setParameter("before", change.endBefore())
                .setParameter("after", change.endAfter())
                .executeUpdate();
    }

    /** One after the other: a session does one thing at a time. */
    static Uni<List<Deed>> of(UUID subscription) {
        return Panache.getSession().chain(session -> of(session, subscription));
    }

    private static Uni<List<Deed>> of(Mutiny.Session session, UUID id) {
        List<Counted> all = new ArrayList<>();
        return rows(session, ExtensionRow.class, id, row -> new Counted(row.seq, row.toValue()))
                .invoke(all::addAll)
                .chain(() -> rows(session, PlanChangeRow.class, id, Deeds::counted))
                .invoke(all::addAll)
                .chain(() -> rows(session, GrantRow.class, id, Deeds::counted))
                .invoke(all::addAll)
                .chain(() -> rows(session, HaltRow.class, id, Deeds::counted))
                .invoke(all::addAll)
                .map(_ -> inOrder(all));
    }

    private static <R> Uni<List<Counted>> rows(
            Mutiny.Session session, Class<R> type, UUID id, Function<R, Counted> read) {
        return session.createSelectionQuery(
                        "from " + type.getSimpleName() + " where subscriptionId = :id", type)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(read).toList());
    }

    private static Counted counted(PlanChangeRow row) {
        return new Counted(row.seq, row.toValue());
    }

    private static Counted counted(GrantRow row) {
        return new Counted(row.seq, row.toValue());
    }

    private static Counted counted(HaltRow row) {
        return new Counted(row.seq, row.toValue());
    }

    private static List<Deed> inOrder(List<Counted> all) {
        return all.stream()
                .sorted(Comparator.comparingLong(Counted::seq))
                .map(Counted::deed)
                .toList();
    }
}
