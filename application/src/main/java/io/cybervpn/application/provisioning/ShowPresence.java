package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.AccessDoor.Entry;
import io.cybervpn.application.provisioning.port.PanelPresence;
import io.cybervpn.application.provisioning.port.PanelPresence.Presence;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Shows whether a subscription is in use at this moment: to its customer, and to staff. */
@Singleton
public final class ShowPresence {
    /** Panels count traffic in steps of up to a minute. */
    private static final Duration ONLINE_FOR = Duration.ofMinutes(2);

    private final AccessDoor door;
    private final PanelPresence panel;
    private final Clock clock;

    @Inject
    ShowPresence(AccessDoor door, PanelPresence panel, Clock clock) {
        this.door = door;
        this.panel = panel;
        this.clock = clock;
    }

    /** Whose; staff need {@link Permission#PROVISIONING_READ}. */
    public record Query(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * As the panel says.
         *
         * @param online whether there was traffic within the last two minutes
         * @param lastOnlineAt empty: never
         * @param firstConnectedAt empty: never
         * @param node of that panel, the one that was used last
         */
        record Shown(
                boolean online,
                Optional<Instant> lastOnlineAt,
                Optional<Instant> firstConnectedAt,
                PanelId panel,
                Optional<String> node)
                implements Result {}

        /** This panel does not tell. */
        record NotOffered() implements Result {}

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer; ask again later. */
        record NoAnswer() implements Result {}

        /** The actor may not see it. */
        record Denied() implements Result {}
    }

    /** Asks the panel. */
    public Uni<Result> execute(Query query) {
        return door.enter(query.actor(), query.access(), Permission.PROVISIONING_READ)
                .chain(this::show);
    }

    private Uni<Result> show(Entry entry) {
        return switch (entry) {
            case Entry.Open open ->
                    panel.of(open.user())
                            .map(found -> shown(open.user().panel(), found))
                            .onFailure(PanelUnavailable.class)
                            .recoverWithItem(new Result.NoAnswer());
            case Entry.NotReady() -> answer(new Result.NotReady());
            case Entry.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
            case Entry.Denied() -> answer(new Result.Denied());
        };
    }

    private Result shown(PanelId panel, Optional<Presence> found) {
        return found.<Result>map(presence -> shown(panel, presence))
                .orElseGet(Result.NotOffered::new);
    }

    private Result.Shown shown(PanelId panel, Presence presence) {
        Instant since = clock.instant().minus(ONLINE_FOR);
        return new Result.Shown(
                presence.onlineAt().filter(at -> at.isAfter(since)).isPresent(),
                presence.onlineAt(),
                presence.firstConnectedAt(),
                panel,
                presence.node());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
