package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.FindLanguage;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds what stands behind a token, in our own records. */
@Singleton
final class LinkTargets {
    private static final String ENGLISH = "en";

    private final UnitOfWork unitOfWork;
    private final AccessLinks links;
    private final Accesses accesses;
    private final FindSubscription subscriptions;
    private final FindLanguage languages;
    private final Graces graces;
    private final Panels panels;
    private final Clock clock;

    @Inject
    LinkTargets(
            UnitOfWork unitOfWork,
            AccessLinks links,
            Accesses accesses,
            FindSubscription subscriptions,
            FindLanguage languages,
            Graces graces,
            Panels panels,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.accesses = accesses;
        this.subscriptions = subscriptions;
        this.languages = languages;
        this.graces = graces;
        this.panels = panels;
        this.clock = clock;
    }

    Uni<LinkTarget> find(String tokenHash) {
        return unitOfWork.run(
                () -> links.withHash(tokenHash).chain(this::access).chain(this::target));
    }

    private Uni<Optional<Access>> access(Optional<AccessId> id) {
        return id.map(accesses::find).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<LinkTarget> target(Optional<Access> found) {
        return found.map(this::target)
                .orElseGet(() -> Uni.createFrom().item(new LinkTarget.Unknown()));
    }

    private Uni<LinkTarget> target(Access access) {
        return languages
                .execute(new FindLanguage.Query(access.desire().account()))
                .chain(language -> standing(access, language.tag().orElse(ENGLISH)))
                .chain(standing -> judge(access, standing));
    }

    private Uni<LinkTarget.Standing> standing(Access access, String language) {
        Instant now = clock.instant();
        return graces.open(access.desire().id())
                .map(open -> open.filter(one -> one.until().isAfter(now)))
                .map(grace -> standing(access, language, grace));
    }

    private static LinkTarget.Standing standing(
            Access access, String language, Optional<Grace> grace) {
        Desire wish = access.desire();
        long used =
                switch (access.sight()) {
                    case Sight.Never() -> 0;
                    case Sight.Seen(var _, var user) -> user.usedTrafficBytes();
                };
        return new LinkTarget.Standing(
                wish.id(),
                language,
                wish.spec().expireAt(),
                used,
                wish.spec().entitlement().trafficBytes(),
                grace);
    }

    private Uni<LinkTarget> judge(Access access, LinkTarget.Standing standing) {
        if (!access.desire().spec().enabled()) {
            return ended(standing.access())
                    .map(
                            ended ->
                                    new LinkTarget.Stopped(
                                            standing,
                                            ended ? LinkState.TERMINATED : LinkState.SUSPENDED));
        }
        return Uni.createFrom().item(standingNow(access, standing));
    }

    private LinkTarget standingNow(Access access, LinkTarget.Standing standing) {
        if (!access.desire().spec().usableAt(clock.instant())) {
            return new LinkTarget.Stopped(standing, LinkState.EXPIRED);
        }
        if (isNoVpn(access)) {
            return new LinkTarget.Stopped(standing, LinkState.NO_VPN);
        }
        return switch (access.sight()) {
            case Sight.Never() -> new LinkTarget.Stopped(standing, LinkState.PREPARING);
            case Sight.Seen(var _, var user) -> new LinkTarget.Open(standing, user);
        };
    }

    /** Nor is what staff make, whatever the plan says. */
    private boolean isNoVpn(Access access) {
        Desire wish = access.desire();
        return !wish.spec().entitlement().resources().equals(Resources.none())
                || panels.find(wish.panel())
                        .filter(known -> known.panel().kind() == PanelKind.MANUAL)
                        .isPresent();
    }

    private Uni<Boolean> ended(AccessId access) {
        return subscriptions
                .execute(new FindSubscription.Query(new SubscriptionId(access.value())))
                .map(LinkTargets::isTerminated);
    }

    private static boolean isTerminated(FindSubscription.Result result) {
        return switch (result) {
            case FindSubscription.Result.Found(var subscription) ->
                    subscription.status() == SubscriptionStatus.TERMINATED;
            case FindSubscription.Result.NoSuchSubscription _ -> true;
        };
    }
}
