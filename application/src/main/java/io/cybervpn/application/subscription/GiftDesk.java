package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.subscription.model.FreeTime;
import io.cybervpn.domain.subscription.model.Gift;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Granted;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Keeps free time of staff, once per request. Only for an open unit of work. */
@Singleton
final class GiftDesk {
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Origins origins;
    private final Ids ids;
    private final Clock clock;

    @Inject
    GiftDesk(
            Subscriptions subscriptions,
            Outbox outbox,
            AuditTrail audit,
            Origins origins,
            Ids ids,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.audit = audit;
        this.origins = origins;
        this.ids = ids;
        this.clock = clock;
    }

    /** The key of a request of somebody: no two have the same. */
    static String key(Actor actor, String request) {
        String who =
                actor.account()
                        .map(account -> account.value().toString())
                        .or(() -> actor.apiKey().map(key -> key.value().toString()))
                        .orElse("system");
        return "staff " + who + " " + request;
    }

    /** What the same request did before. */
    Uni<Optional<Grant>> before(String key) {
        return subscriptions.granted(key);
    }

    /** The wish of a member of staff, for this reason or that of the request. */
    FreeTime.Wish wish(String key, int days, Optional<String> reason) {
        return new FreeTime.Wish(
                ids.next(),
                key,
                Gift.ofStaff(days, reason.or(() -> origins.current().reason()).orElse("")),
                clock.instant());
    }

    /** What staff take over now. */
    FreeTime.Taken taken(String key, String reason) {
        return new FreeTime.Taken(ids.next(), key, reason, clock.instant());
    }

    /**
     * Stores it, tells, and notes who did it.
     *
     * @return the stored one: of two same requests at once that of the first
     */
    Uni<Grant> keep(Granted granted, Actor actor, Store store) {
        Grant grant = granted.grant();
        return subscriptions
                .append(grant)
                .chain(
                        first ->
                                first
                                        ? store(granted, actor, store)
                                        : before(grant.key()).map(Optional::orElseThrow));
    }

    private Uni<Grant> store(Granted granted, Actor actor, Store store) {
        Grant grant = granted.grant();
        return store.put(granted.subscription())
                .chain(() -> outbox.appendAll(granted.events()))
                .chain(() -> audit.append(entry(grant, actor)))
                .replaceWith(grant);
    }

    private static AuditTrail.Entry entry(Grant grant, Actor actor) {
        return AuditTrail.Entry.of(
                        actor,
                        "subscription.give_time",
                        "subscription",
                        grant.subscription().value())
                .with(
                        Changes.between(
                                Map.of("expireAt", grant.endBefore()),
                                Map.of("expireAt", grant.endAfter(), "days", grant.gift().days())))
                .because(grant.gift().why());
    }

    /** How the new state is stored. */
    interface Store {
        Uni<Void> put(Subscription subscription);
    }
}
