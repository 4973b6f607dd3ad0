package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.infrastructure.shared.RateArrays;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was done with subscriptions: extensions and changes of plan, in one count. */
final class Deeds {
    private static final String APPEND =
            """
            insert into subscription_change (id, subscription_id, key, from_plan, to_plan, term_days,
                assets, minor, keeps_free_time, at, end_before, end_after)
            values (:id, :subscription, :key, :from, :to, :days, :assets, :minor, :keeps, :at,
                :before, :after)
            on conflict (subscription_id, key) do nothing""";
    private static final String EXTENSIONS =
            "from ExtensionRow where subscriptionId = :id order by seq";
    private static final String CHANGES =
            "from PlanChangeRow where subscriptionId = :id order by seq";

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
        return Panache.getSession()
                .chain(
                        session ->
                                extensions(session, subscription)
                                        .chain(
                                                given ->
                                                        changes(session, subscription)
                                                                .map(made -> merge(given, made))));
    }

    private static Uni<List<Counted>> extensions(Mutiny.Session session, UUID subscription) {
        return session.createSelectionQuery(EXTENSIONS, ExtensionRow.class)
                .setParameter("id", subscription)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> new Counted(row.seq, row.toValue()))
                                        .toList());
    }

    private static Uni<List<Counted>> changes(Mutiny.Session session, UUID subscription) {
        return session.createSelectionQuery(CHANGES, PlanChangeRow.class)
                .setParameter("id", subscription)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> new Counted(row.seq, row.toValue()))
                                        .toList());
    }

    private static List<Deed> merge(List<Counted> given, List<Counted> made) {
        return Stream.concat(given.stream(), made.stream())
                .sorted(Comparator.comparingLong(Counted::seq))
                .map(Counted::deed)
                .toList();
    }
}
