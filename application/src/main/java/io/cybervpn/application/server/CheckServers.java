package io.cybervpn.application.server;

import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.PanelNodes.Node;
import io.cybervpn.application.server.port.ServerProbe;
import io.cybervpn.domain.server.model.Check;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.Damping;
import io.cybervpn.domain.server.model.Server;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at all servers (R118, R179): whether the panel is connected with the node and, if it is
 * said at which port, whether the address answers. What is seen counts as {@link Damping} says, so
 * that a node that comes and goes is not told of each time.
 */
@Singleton
public final class CheckServers {
    private static final int PROBES_AT_ONCE_MAX = 8;

    private final PanelNodes nodes;
    private final AskPanel ask;
    private final ServerProbe probe;
    private final EachServer each;

    @Inject
    CheckServers(PanelNodes nodes, AskPanel ask, ServerProbe probe, EachServer each) {
        this.nodes = nodes;
        this.ask = ask;
        this.probe = probe;
        this.each = each;
    }

    /**
     * How to look.
     *
     * @param window see {@link Damping}
     * @param worse see {@link Damping}
     * @param better see {@link Damping}
     * @param probePort where addresses must answer; empty: they are not asked
     */
    public record Command(int window, int worse, int better, Optional<Integer> probePort) {
        /** As a shop has it that says nothing. */
        public static final Command STANDARD =
                new Command(
                        Damping.STANDARD.window(),
                        Damping.STANDARD.worse(),
                        Damping.STANDARD.better(),
                        Optional.empty());

        private Damping damping() {
            return new Damping(window, worse, better, Damping.STANDARD.gap());
        }
    }

    private record Look(Node node, Check check) {}

    /**
     * Looks once. Two looks within half a minute are one, so any number of instances may look.
     *
     * @return how many servers are in another state now
     */
    public Uni<Integer> execute(Command command) {
        return Multi.createFrom()
                .iterable(nodes.panels())
                .onItem()
                .transformToUniAndConcatenate(panel -> look(panel, command))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> look(String panel, Command command) {
        return ask.about(panel)
                .chain(
                        said ->
                                said.map(known -> look(panel, known, command))
                                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Integer> look(String panel, AskPanel.Said said, Command command) {
        Damping damping = command.damping();
        return looks(said, command)
                .chain(looks -> each.of(panel, server -> next(server, looks, damping, said.at())));
    }

    private Uni<Map<String, Look>> looks(AskPanel.Said said, Command command) {
        return Multi.createFrom()
                .iterable(said.nodes())
                .onItem()
                .transformToUni(node -> check(node, command).map(check -> new Look(node, check)))
                .merge(PROBES_AT_ONCE_MAX)
                .collect()
                .asMap(look -> look.node().ref());
    }

    private Uni<Check> check(Node node, Command command) {
        if (!node.connected()) {
            return Uni.createFrom().item(Check.DOWN);
        }
        return command.probePort()
                .filter(_ -> !node.disabled())
                .map(port -> probe.answers(node.address(), port))
                .orElseGet(() -> Uni.createFrom().item(true))
                .map(answers -> answers ? Check.UP : Check.HALF);
    }

    /** A node that is new has no server yet, and one that is missing is not gone yet: the sync. */
    private static Condition next(
            Server server, Map<String, Look> looks, Damping damping, Instant at) {
        Condition now = server.condition();
        return Optional.ofNullable(looks.get(server.node().node()))
                .map(
                        look ->
                                look.node().disabled()
                                        ? now.disabled(at)
                                        : now.looked(look.check(), damping, at))
                .orElse(now);
    }
}
