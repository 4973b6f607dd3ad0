package io.cybervpn.application.provisioning;

import io.cybervpn.application.renewal.FindGrace;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.GraceBegan;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.provisioning.model.GraceRule;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says what is wanted for a subscription, with the grace that it is in, and keeps which graces
 * there were. Only for an open unit of work that holds the access, so that of many at once one
 * begins a grace.
 */
@Singleton
final class GraceDesk {
    private final FindGrace findGrace;
    private final Graces graces;
    private final TrafficMeters meters;
    private final AccessPlaces places;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    GraceDesk(
            FindGrace findGrace,
            Graces graces,
            TrafficMeters meters,
            AccessPlaces places,
            Outbox outbox,
            Clock clock) {
        this.findGrace = findGrace;
        this.graces = graces;
        this.meters = meters;
        this.places = places;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is wanted now. The first wish has no grace: nothing was served yet. */
    Uni<AccessSpec> wanted(Optional<Access> access, SubscriptionSnapshot owed) {
        return findGrace
                .execute(new FindGrace.Query(owed))
                .chain(
                        found ->
                                access.map(known -> wanted(known, owed, found))
                                        .orElseGet(
                                                () -> Uni.createFrom().item(plain(owed, found))));
    }

    private static AccessSpec plain(SubscriptionSnapshot owed, FindGrace.Result found) {
        return new AccessSpec(
                owed.status().isServed(), owed.expireAt().plus(found.grace()), owed.entitlement());
    }

    private Uni<AccessSpec> wanted(
            Access access, SubscriptionSnapshot owed, FindGrace.Result found) {
        return graces.of(access.desire().id())
                .chain(
                        known ->
                                known.isEmpty() && found.service().isEmpty()
                                        ? Uni.createFrom().item(plain(owed, found))
                                        : decide(access, owed(owed, found, access), known));
    }

    private GraceRule.Owed owed(SubscriptionSnapshot owed, FindGrace.Result found, Access access) {
        return new GraceRule.Owed(
                owed.status().isServed(),
                owed.expireAt(),
                found.grace(),
                owed.entitlement(),
                found.service()
                        .filter(_ -> isVpn(owed))
                        .map(service -> offered(service, access.desire())));
    }

    /** A little traffic elsewhere is nothing for what is no VPN: its grace is all of the plan. */
    private static boolean isVpn(SubscriptionSnapshot owed) {
        return switch (owed.entitlement().resources()) {
            case Resources.None() -> true;
            case Resources.Machine _, Resources.Line _ -> false;
        };
    }

    /** Groups that the panel does not have would park the access; the plan's are better. */
    private GraceService offered(GraceService service, Desire wish) {
        return places.offers(wish.panel(), service.serverGroups())
                ? service
                : new GraceService(
                        service.trafficBytes(),
                        List.of(),
                        service.afterEnd(),
                        service.afterLimitHours());
    }

    private Uni<AccessSpec> decide(Access access, GraceRule.Owed owed, List<Grace> known) {
        Instant now = clock.instant();
        return usage(access, owed, now)
                .map(usage -> GraceRule.decide(owed, usage, known, now))
                .call(ruling -> store(access.desire(), ruling, now))
                .map(GraceRule.Ruling::spec);
    }

    private Uni<Grace.Usage> usage(Access access, GraceRule.Owed owed, Instant now) {
        return switch (access.sight()) {
            case Sight.Never() -> Uni.createFrom().item(Grace.Usage.NONE);
            case Sight.Seen(var _, var user) ->
                    meters.find(access.desire().id())
                            .map(
                                    meter ->
                                            Grace.Usage.of(
                                                    meter,
                                                    user.reading(),
                                                    owed.entitlement().trafficBytes(),
                                                    now));
        };
    }

    private Uni<Void> store(Desire wish, GraceRule.Ruling ruling, Instant now) {
        return Multi.createFrom()
                .iterable(ruling.changed())
                .onItem()
                .transformToUniAndConcatenate(
                        grace -> graces.put(wish.id(), grace).replaceWith(grace))
                .collect()
                .last()
                .chain(() -> tell(wish, ruling.begun(), now));
    }

    private Uni<Void> tell(Desire wish, Optional<Grace> begun, Instant now) {
        return begun.map(grace -> outbox.append(event(wish, grace, now)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static GraceBegan event(Desire wish, Grace grace, Instant now) {
        return new GraceBegan(
                wish.id(),
                wish.account(),
                grace.reason(),
                grace.until(),
                grace.trafficBytes(),
                now);
    }
}
