package io.cybervpn.application.server;

import io.cybervpn.application.server.port.PanelConfigs.OfNode;
import io.cybervpn.application.server.port.ServerConfigs;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions in memory, of servers by panel and node. */
final class InMemoryServerConfigs implements ServerConfigs {
    private final Map<String, ServerId> servers = new HashMap<>();
    private final Map<ServerId, Deque<Version>> versions = new HashMap<>();

    void know(String panel, String node, ServerId server) {
        servers.put(panel + ' ' + node, server);
    }

    @Override
    public Uni<Integer> bring(String panel, List<OfNode> configs, Instant at) {
        return Uni.createFrom()
                .item(() -> (int) configs.stream().filter(one -> isNew(panel, one, at)).count());
    }

    private boolean isNew(String panel, OfNode one, Instant at) {
        ServerId server = servers.get(panel + ' ' + one.node());
        return server != null
                && isNew(
                        versions.computeIfAbsent(server, _ -> new ArrayDeque<>()),
                        one.config(),
                        at);
    }

    private static boolean isNew(Deque<Version> of, NodeConfig config, Instant at) {
        Version latest = of.peek();
        if (latest != null && !latest.lastSeenAt().isBefore(at)) {
            return false;
        }
        if (latest != null && latest.config().equals(config)) {
            of.pop();
            of.push(version(latest.number(), latest.firstSeenAt(), at, config));
            return false;
        }
        of.push(version(latest == null ? 1 : latest.number() + 1, at, at, config));
        return true;
    }

    private static Version version(int number, Instant first, Instant last, NodeConfig config) {
        return new Version(
                number, "%064x".formatted(config.hashCode() & 0xffff_ffffL), first, last, config);
    }

    @Override
    public Uni<List<Version>> versions(ServerId server, Optional<Integer> before, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                versions.getOrDefault(server, new ArrayDeque<>()).stream()
                                        .filter(
                                                one ->
                                                        one.number()
                                                                < before.orElse(Integer.MAX_VALUE))
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<Integer> forget(int kept) {
        return Uni.createFrom()
                .item(() -> versions.values().stream().mapToInt(of -> cut(of, kept)).sum());
    }

    private static int cut(Deque<Version> of, int kept) {
        int before = of.size();
        int newest = of.isEmpty() ? 0 : of.getFirst().number();
        of.removeIf(one -> one.number() <= newest - kept);
        return before - of.size();
    }
}
