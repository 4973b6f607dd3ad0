package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Halt;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was done with subscriptions without money: free time, and when time stood still. */
final class FreeDeeds {
    private static final String GRANT =
            """
            insert into subscription_grant (id, subscription_id, key, kind, days, yields, why, at,
                end_before, end_after)
            values (:id, :subscription, :key, :kind, :days, :yields, :why, :at, :before, :after)
            on conflict (key) do nothing""";
    private static final String HALT =
            """
            insert into subscription_halt (id, subscription_id, turn, cause, at)
            values (:id, :subscription, :turn, :cause, :at)""";
    private static final String BY_KEY = "from GrantRow where key = :key";

    private FreeDeeds() {}

    static Uni<Boolean> append(Grant grant) {
        return Panache.getSession()
                .chain(session -> insert(session, grant))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, Grant grant) {
        return session.createNativeQuery(GRANT)
                .setParameter("id", grant.id())
                .setParameter("subscription", grant.subscription().value())
                .setParameter("key", grant.key())
                .setParameter("kind", code(grant.gift().kind()))
                .setParameter("days", grant.gift().days())
                .setParameter("yields", grant.gift().yields())
                .setParameter("why", grant.gift().why())
                .setParameter("at", grant.at())
                .setParameter("before", grant.endBefore())
                .setParameter("after", grant.endAfter())
                .executeUpdate();
    }

    static Uni<Void> append(Halt halt) {
        return Panache.getSession().chain(session -> insert(session, halt)).replaceWithVoid();
    }

    private static Uni<Integer> insert(Mutiny.Session session, Halt halt) {
        return session.createNativeQuery(HALT)
                .setParameter("id", halt.id())
                .setParameter("subscription", halt.subscription().value())
                .setParameter("turn", code(halt.turn()))
                .setParameter("cause", code(halt.cause()))
                .setParameter("at", halt.at())
                .executeUpdate();
    }

    static Uni<Optional<Grant>> granted(String key) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createSelectionQuery(BY_KEY, GrantRow.class)
                                        .setParameter("key", key)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(GrantRow::toValue));
    }

    private static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
