package io.cybervpn.application.server;

import io.cybervpn.application.audit.InMemoryAudit;
import io.cybervpn.application.server.port.PanelWatch;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.server.model.Server;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The use cases of servers over memory, with a panel of one node. */
final class ServerWorld {
    final MovableClock clock = new MovableClock();
    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final InMemoryServers servers = new InMemoryServers(unitOfWork);
    final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    final InMemoryAudit audit = new InMemoryAudit(unitOfWork);
    final InMemoryPanelNodes panel = new InMemoryPanelNodes(unitOfWork);
    final Words words = new Words();
    final Set<String> mute = new HashSet<>();
    final EachServer each = new EachServer(unitOfWork, servers, outbox, clock);
    private final AskPanel ask = new AskPanel(panel, words, each, clock);
    final SyncServers sync =
            new SyncServers(panel, ask, each, unitOfWork, servers, new FixedIds(), clock);
    final CheckServers check =
            new CheckServers(
                    panel,
                    ask,
                    (address, _) -> Uni.createFrom().item(!mute.contains(address)),
                    each);

    ServerWorld() {
        panel.add("nl");
    }

    SyncServers.Result synced() {
        clock.advance(Duration.ofMinutes(5));
        return sync.execute().await().indefinitely();
    }

    int checked() {
        return checked(Optional.empty());
    }

    int checked(Optional<Integer> probePort) {
        clock.advance(Duration.ofMinutes(2));
        return check.execute(new CheckServers.Command(4, 2, 3, probePort)).await().indefinitely();
    }

    Server server(String node) {
        return servers.all().stream()
                .filter(one -> one.node().node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    String state(String node) {
        return server(node).condition().state().code();
    }

    /** What panels said, in memory. */
    static final class Words implements PanelWatch {
        private final Map<String, Word> words = new ConcurrentHashMap<>();

        @Override
        public Uni<Void> answered(String panel, Instant at) {
            words.merge(
                    panel,
                    new Word(panel, Optional.of(at), Optional.empty(), ""),
                    (old, one) -> new Word(panel, one.answeredAt(), old.failedAt(), old.error()));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> failed(String panel, Instant at, String error) {
            words.merge(
                    panel,
                    new Word(panel, Optional.empty(), Optional.of(at), error),
                    (old, one) -> new Word(panel, old.answeredAt(), one.failedAt(), one.error()));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<Word>> words() {
            return Uni.createFrom().item(List.copyOf(words.values()));
        }
    }
}
