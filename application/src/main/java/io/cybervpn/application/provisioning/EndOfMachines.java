package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Knows what becomes of machines: they are stopped when they end, and removed some time after their
 * subscription was taken away. Once a moment of removal is said it stays, whatever the settings
 * become; who pays again has it taken back.
 */
@Singleton
final class EndOfMachines {
    private final Panels panels;
    private final RemovalSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    EndOfMachines(Panels panels, RemovalSettings settings, AuditTrail audit, Clock clock) {
        this.panels = panels;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same wish, with its removal where there is to be one. */
    AccessSpec of(Access known, AccessSpec wish, SubscriptionSnapshot owed) {
        boolean ends =
                owed.status() == SubscriptionStatus.TERMINATED
                        && is(known.desire().panel(), PanelKind::holdsData);
        return ends
                ? wish.removedAt(
                        known.desire()
                                .spec()
                                .removeAt()
                                .orElseGet(() -> clock.instant().plus(settings.keep())))
                : wish;
    }

    /** When something is to be done for a wish though nobody asks; empty for never. */
    Optional<Instant> nextOf(Desire wish) {
        Instant now = clock.instant();
        AccessSpec spec = wish.spec();
        boolean runsOn = spec.usableAt(now) && is(wish.panel(), kind -> !kind.keepsEnds());
        return runsOn ? Optional.of(spec.expireAt()) : spec.removeAt();
    }

    private boolean is(PanelId panel, Predicate<PanelKind> what) {
        return panels.find(panel).filter(known -> what.test(known.panel().kind())).isPresent();
    }

    /** For whoever asks where the data went. */
    Uni<Void> noteRemoved(AccessId access) {
        return audit.append(
                AuditTrail.Entry.of(
                                new Actor.System(),
                                "provisioning.remove_machine",
                                "subscription",
                                access.value())
                        .because("its subscription was taken away"));
    }
}
