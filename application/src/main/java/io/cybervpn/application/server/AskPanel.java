package io.cybervpn.application.server;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.PanelNodes.Node;
import io.cybervpn.application.server.port.PanelWatch;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks a panel for its nodes and remembers whether it talks. Servers of a panel that is silent are
 * unknown from then on, not offline.
 */
@Singleton
final class AskPanel {
    private final PanelNodes nodes;
    private final PanelWatch watch;
    private final EachServer each;
    private final Clock clock;

    @Inject
    AskPanel(PanelNodes nodes, PanelWatch watch, EachServer each, Clock clock) {
        this.nodes = nodes;
        this.watch = watch;
        this.each = each;
        this.clock = clock;
    }

    /**
     * What a panel said.
     *
     * @param at when it was asked
     */
    record Said(Instant at, List<Node> nodes) {}

    /** Empty when the panel is silent, which is noted then. */
    Uni<Optional<Said>> about(String panel) {
        Instant at = clock.instant();
        return nodes.nodes(panel)
                .call(() -> watch.answered(panel, at))
                .map(found -> Optional.of(new Said(at, found)))
                .onFailure(AskPanel::isSilence)
                .recoverWithUni(failure -> silent(panel, failure));
    }

    private static boolean isSilence(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private Uni<Optional<Said>> silent(String panel, Throwable failure) {
        Instant now = clock.instant();
        return watch.failed(panel, now, Optional.ofNullable(failure.getMessage()).orElse(""))
                .chain(() -> each.of(panel, server -> server.condition().silent(now)))
                .replaceWith(Optional.empty());
    }
}
