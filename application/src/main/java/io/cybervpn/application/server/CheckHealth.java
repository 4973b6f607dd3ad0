package io.cybervpn.application.server;

import io.cybervpn.application.payment.GatewayHealthView;
import io.cybervpn.application.payment.ViewGatewayHealth;
import io.cybervpn.application.server.port.PanelWatch;
import io.cybervpn.application.server.port.PartsHealth;
import io.cybervpn.application.server.port.PartsHealth.Part;
import io.cybervpn.application.server.port.PartsHealth.State;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the parts of the shop are: database, Valkey, queues, panels, providers (R151). The first
 * three are asked now; of panels and providers it says what is known of them. Needs {@link
 * Permission#MONITORING_READ}.
 */
@Singleton
public final class CheckHealth {
    private final PartsHealth parts;
    private final PanelWatch watch;
    private final ViewGatewayHealth gateways;

    @Inject
    CheckHealth(PartsHealth parts, PanelWatch watch, ViewGatewayHealth gateways) {
        this.parts = parts;
        this.watch = watch;
        this.gateways = gateways;
    }

    /** The answer. */
    public sealed interface Result {
        /** All parts, and the worst state among those that the shop cannot do without. */
        record Checked(State whole, List<Part> parts) implements Result {
            /** Copies the list. */
            public Checked {
                parts = List.copyOf(parts);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Checks. */
    public Uni<Result> execute(Actor actor) {
        return actor.may(Permission.MONITORING_READ)
                ? Uni.combine()
                        .all()
                        .unis(parts.parts(), panels(), providers())
                        .with(CheckHealth::result)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<List<Part>> panels() {
        return watch.words()
                .map(words -> words.stream().map(CheckHealth::panel).toList())
                .onFailure()
                .recoverWithItem(List.of());
    }

    private static Part panel(PanelWatch.Word word) {
        return new Part(
                "panel",
                word.panel(),
                word.talks() ? State.UP : State.DOWN,
                word.talks() ? "" : word.error(),
                Optional.empty());
    }

    private Uni<List<Part>> providers() {
        return gateways.execute(new Actor.System())
                .map(CheckHealth::providers)
                .onFailure()
                .recoverWithItem(List.of());
    }

    private static List<Part> providers(ViewGatewayHealth.Result result) {
        return switch (result) {
            case ViewGatewayHealth.Result.Shown(var found) ->
                    found.stream().map(CheckHealth::provider).toList();
            case ViewGatewayHealth.Result.Forbidden() -> List.of();
        };
    }

    private static Part provider(GatewayHealthView view) {
        State state =
                switch (view.state()) {
                    case UNUSED -> State.UNKNOWN;
                    case GOOD -> State.UP;
                    case POOR -> State.DEGRADED;
                    case DOWN -> State.DOWN;
                };
        return new Part("provider", view.provider(), state, "", Optional.empty());
    }

    private static Result result(List<Part> own, List<Part> panels, List<Part> providers) {
        List<Part> all = Stream.of(own, panels, providers).flatMap(List::stream).toList();
        return new Result.Checked(whole(own, all), all);
    }

    /** Without a database there is no shop; without anything else it is worse than it should be. */
    private static State whole(List<Part> own, List<Part> all) {
        boolean down =
                own.stream()
                        .anyMatch(
                                part ->
                                        part.kind().equals("database")
                                                && part.state() == State.DOWN);
        boolean troubled =
                all.stream()
                        .anyMatch(
                                part ->
                                        part.state() == State.DOWN
                                                || part.state() == State.DEGRADED);
        if (down) {
            return State.DOWN;
        }
        return troubled ? State.DEGRADED : State.UP;
    }
}
