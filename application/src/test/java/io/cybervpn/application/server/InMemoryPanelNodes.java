package io.cybervpn.application.server;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.server.NodeFigures;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One panel in memory, which can fall silent, also after it did what it was asked. */
public final class InMemoryPanelNodes implements PanelNodes {
    static final String PANEL = "main";

    private final InMemoryUnitOfWork unitOfWork;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private boolean silent;
    private boolean forgetful;
    private boolean retired;
    int restarts;

    InMemoryPanelNodes(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    void silent(boolean now) {
        silent = now;
    }

    /** It is not asked any more. */
    void retire() {
        retired = true;
    }

    /** From now on answers get lost after the work is done. */
    void losesAnswers(boolean now) {
        forgetful = now;
    }

    void add(String ref) {
        nodes.put(
                ref,
                new Node(
                        ref,
                        ref,
                        ref + ".test",
                        Optional.of(2999),
                        Optional.of("NL"),
                        true,
                        false,
                        "",
                        List.of("Basic"),
                        new NodeFigures(Optional.of(5L), Optional.empty(), Optional.of(100L), "")));
    }

    void remove(String ref) {
        nodes.remove(ref);
    }

    void connect(String ref, boolean connected) {
        change(ref, node -> with(node, connected, node.disabled(), node.figures()));
    }

    void traffic(String ref, long bytes, long users) {
        NodeFigures figures =
                new NodeFigures(Optional.of(users), Optional.empty(), Optional.of(bytes), "");
        change(ref, node -> with(node, node.connected(), node.disabled(), figures));
    }

    private void change(String ref, UnaryOperator<Node> change) {
        nodes.computeIfPresent(ref, (_, node) -> change.apply(node));
    }

    private static Node with(Node node, boolean on, boolean disabled, NodeFigures figures) {
        return new Node(
                node.ref(),
                node.name(),
                node.address(),
                node.port(),
                node.country(),
                on,
                disabled,
                node.message(),
                node.groups(),
                figures);
    }

    @Override
    public List<String> panels() {
        return retired ? List.of() : List.of(PANEL);
    }

    @Override
    public Uni<List<Node>> nodes(String panel) {
        return asked(() -> List.copyOf(nodes.values()));
    }

    @Override
    public Uni<Void> turn(String panel, String node, boolean on) {
        return asked(
                        () -> {
                            mustHave(node);
                            change(node, one -> with(one, on, !on, one.figures()));
                            return node;
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> restart(String panel, String node) {
        return asked(
                        () -> {
                            mustHave(node);
                            restarts++;
                            return node;
                        })
                .replaceWithVoid();
    }

    private void mustHave(String node) {
        if (!nodes.containsKey(node)) {
            throw new PanelRefused("no such node");
        }
    }

    private <T> Uni<T> asked(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (unitOfWork.isOpen()) {
                                throw new IllegalStateException("remote call in a unit of work");
                            }
                            if (silent) {
                                throw new PanelUnavailable("silent, as it was told to");
                            }
                            T done = work.get();
                            if (forgetful) {
                                throw new PanelUnavailable("the answer got lost");
                            }
                            return done;
                        });
    }
}
