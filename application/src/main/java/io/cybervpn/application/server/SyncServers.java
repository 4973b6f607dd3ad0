package io.cybervpn.application.server;

import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.PanelNodes.Node;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Check;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.Damping;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.cybervpn.domain.server.repository.Servers.NodeFacts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the servers follow the nodes of all panels (R145, R178). New nodes get a server, known ones
 * their facts anew, and servers whose node the panel does not have any more are kept as gone. A
 * panel that gives no answer changes no fact; servers of one that is not asked any more are
 * unknown. Safe with any number of instances at once: a list that was asked for earlier changes
 * nothing that a later one wrote.
 */
@Singleton
public final class SyncServers {
    private final PanelNodes nodes;
    private final AskPanel ask;
    private final EachServer each;
    private final UnitOfWork unitOfWork;
    private final Servers servers;
    private final Ids ids;
    private final Clock clock;

    @Inject
    SyncServers(
            PanelNodes nodes,
            AskPanel ask,
            EachServer each,
            UnitOfWork unitOfWork,
            Servers servers,
            Ids ids,
            Clock clock) {
        this.nodes = nodes;
        this.ask = ask;
        this.each = each;
        this.unitOfWork = unitOfWork;
        this.servers = servers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param panels that were asked
     * @param silent those of them that gave no answer
     * @param added servers that are new
     * @param moved servers whose state is another now
     */
    public record Result(int panels, int silent, int added, int moved) {
        private Result plus(Result other) {
            return new Result(
                    panels + other.panels,
                    silent + other.silent,
                    added + other.added,
                    moved + other.moved);
        }
    }

    /** Follows them once. Repeatable at any time. */
    public Uni<Result> execute() {
        List<String> asked = nodes.panels();
        return sum(asked, this::of)
                .chain(
                        result ->
                                unitOfWork
                                        .run(servers::panels)
                                        .map(known -> others(known, asked))
                                        .chain(others -> sum(others, this::unheard))
                                        .map(result::plus));
    }

    private static Uni<Result> sum(List<String> panels, Function<String, Uni<Result>> work) {
        return Multi.createFrom()
                .iterable(panels)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .with(Collectors.reducing(new Result(0, 0, 0, 0), Result::plus));
    }

    private static List<String> others(List<String> known, List<String> asked) {
        return known.stream().filter(panel -> !asked.contains(panel)).toList();
    }

    /** Of a panel that is not asked any more nobody knows how its servers are. */
    private Uni<Result> unheard(String panel) {
        Instant now = clock.instant();
        return each.of(panel, server -> server.condition().silent(now))
                .map(moved -> new Result(0, 0, 0, moved));
    }

    /** Follows those of one panel. */
    Uni<Result> of(String panel) {
        return ask.about(panel)
                .chain(
                        said ->
                                said.map(known -> write(panel, known))
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Result(1, 1, 0, 0))));
    }

    private Uni<Result> write(String panel, AskPanel.Said said) {
        List<NodeFacts> facts = said.nodes().stream().map(node -> facts(panel, node)).toList();
        Map<String, Node> byRef =
                said.nodes().stream().collect(Collectors.toMap(Node::ref, Function.identity()));
        return unitOfWork
                .run(() -> servers.bring(facts, said.at()))
                .chain(
                        added ->
                                each.of(panel, server -> next(server, byRef, said.at()))
                                        .map(moved -> new Result(1, 0, added, moved)));
    }

    /** Looks that decide are the work of {@link CheckServers}; here only what cannot wait. */
    private static Condition next(Server server, Map<String, Node> byRef, Instant at) {
        Condition now = server.condition();
        if (server.seenAt().isBefore(at)) {
            return now.gone(at);
        }
        boolean needsLook =
                now.lookedAt().isEmpty() || now.goneSince().isPresent() || now.isSwitchedOff();
        return Optional.ofNullable(byRef.get(server.node().node()))
                .filter(node -> node.disabled() || needsLook)
                .map(node -> looked(now, node, at))
                .orElse(now);
    }

    private static Condition looked(Condition now, Node node, Instant at) {
        return node.disabled()
                ? now.disabled(at)
                : now.looked(node.connected() ? Check.UP : Check.DOWN, Damping.STANDARD, at);
    }

    private NodeFacts facts(String panel, Node node) {
        return new NodeFacts(
                new ServerId(ids.next()),
                panel,
                node.ref(),
                node.name(),
                node.address(),
                node.port(),
                node.country(),
                node.connected(),
                node.disabled(),
                node.message(),
                node.groups(),
                node.figures());
    }
}
