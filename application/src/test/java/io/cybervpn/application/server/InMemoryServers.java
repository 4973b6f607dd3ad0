package io.cybervpn.application.server;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.NodeRef;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Servers in memory. */
public final class InMemoryServers implements Servers {
    private final InMemoryTable<NodeRef, NodeFacts> facts;
    private final InMemoryTable<NodeRef, Server> servers;
    private final InMemoryTable<List<Object>, Server.Entry> log;

    public InMemoryServers(InMemoryUnitOfWork unitOfWork) {
        this.facts = unitOfWork.table();
        this.servers = unitOfWork.table();
        this.log = unitOfWork.table();
    }

    @Override
    public Uni<Integer> bring(List<NodeFacts> nodes, Instant at) {
        return Uni.createFrom().item(() -> bringNow(nodes, at));
    }

    private int bringNow(List<NodeFacts> nodes, Instant at) {
        AtomicInteger added = new AtomicInteger();
        for (NodeFacts node : nodes) {
            NodeRef ref = new NodeRef(node.panel(), node.node());
            servers.get(ref)
                    .ifPresentOrElse(
                            known -> renew(known, node, at),
                            () -> {
                                added.incrementAndGet();
                                facts.put(ref, node);
                                servers.put(
                                        ref,
                                        new Server(
                                                node.fresh(),
                                                ref,
                                                node.name(),
                                                at,
                                                Condition.fresh(at)));
                            });
        }
        return added.get();
    }

    private void renew(Server known, NodeFacts node, Instant at) {
        if (known.seenAt().isBefore(at)) {
            facts.put(known.node(), node);
            servers.put(
                    known.node(),
                    new Server(known.id(), known.node(), node.name(), at, known.condition()));
        }
    }

    @Override
    public Uni<List<Server>> lockPage(String panel, Optional<ServerId> after, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                servers.where(one -> one.node().panel().equals(panel)).stream()
                                        .sorted(Comparator.comparing(InMemoryServers::key))
                                        .filter(
                                                one ->
                                                        after.filter(last -> !isAfter(one, last))
                                                                .isEmpty())
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<List<String>> panels() {
        return Uni.createFrom()
                .item(
                        () ->
                                servers.all().stream()
                                        .filter(one -> one.condition().goneSince().isEmpty())
                                        .map(one -> one.node().panel())
                                        .distinct()
                                        .sorted()
                                        .toList());
    }

    private static boolean isAfter(Server one, ServerId last) {
        return key(one).compareTo(last.value().toString()) > 0;
    }

    /** PostgreSQL orders ids as their texts are ordered. */
    private static String key(Server server) {
        return server.id().value().toString();
    }

    @Override
    public Uni<Optional<Server>> lock(ServerId id) {
        return Uni.createFrom()
                .item(() -> servers.where(one -> one.id().equals(id)).stream().findFirst());
    }

    @Override
    public Uni<Void> save(List<Server.Moved> moved) {
        return Uni.createFrom().voidItem().invoke(() -> moved.forEach(this::saveNow));
    }

    private void saveNow(Server.Moved moved) {
        servers.put(moved.server().node(), moved.server());
        moved.entry().ifPresent(entry -> log.put(List.of(entry.server(), entry.at()), entry));
    }

    List<Server> all() {
        return servers.all();
    }

    NodeFacts facts(NodeRef ref) {
        return facts.get(ref).orElseThrow();
    }

    List<String> states(ServerId id) {
        List<Server.Entry> lines = new ArrayList<>(log.where(one -> one.server().equals(id)));
        lines.sort(Comparator.comparing(Server.Entry::at));
        return lines.stream().map(Server.Entry::state).toList();
    }
}
