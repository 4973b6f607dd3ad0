package io.cybervpn.application.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.NodeFigures;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Check;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.Damping;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.cybervpn.domain.server.repository.Servers.NodeFacts;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of servers does. Each test has a panel of its own. */
public abstract class ServersContract {
    protected static final Instant NOW = Instant.parse("2097-01-31T10:00:00.123456Z");

    protected final String panel = "test-" + UUID.randomUUID();

    protected abstract Servers servers();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private NodeFacts facts(String node, String name) {
        return new NodeFacts(
                new ServerId(UUID.randomUUID()),
                panel,
                node,
                name,
                name + ".test",
                Optional.of(2999),
                Optional.of("NL"),
                true,
                false,
                "",
                List.of("Basic, all", "Pro"),
                new NodeFigures(Optional.of(3L), Optional.of(7), Optional.empty(), "xray 25"));
    }

    private List<Server> all() {
        return run(() -> servers().lockPage(panel, Optional.empty(), 500));
    }

    private Server only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private void save(Server.Moved moved) {
        unitOfWork().run(() -> servers().save(List.of(moved))).await().indefinitely();
    }

    @Test
    void a_node_gets_one_server_which_keeps_its_id_and_is_unknown_at_first() {
        assertThat(run(() -> servers().bring(List.of(facts("a", "nl")), NOW))).isEqualTo(1);
        Server first = only();

        assertThat(run(() -> servers().bring(List.of(facts("a", "nl-2")), NOW.plusSeconds(1))))
                .isZero();

        assertThat(only().id()).isEqualTo(first.id());
        assertThat(only().name()).isEqualTo("nl-2");
        assertThat(only().condition()).isEqualTo(Condition.fresh(NOW));
        assertThat(only().seenAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void what_was_asked_for_earlier_changes_nothing_that_was_written_later() {
        run(() -> servers().bring(List.of(facts("a", "new")), NOW));

        run(() -> servers().bring(List.of(facts("a", "old")), NOW.minusSeconds(5)));

        assertThat(only().name()).isEqualTo("new");
        assertThat(only().seenAt()).isEqualTo(NOW);
    }

    @Test
    void pages_follow_the_ids_and_leave_nobody_out() {
        List<NodeFacts> nodes = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            nodes.add(facts("node-" + i, "n" + i));
        }
        run(() -> servers().bring(nodes, NOW));

        List<ServerId> seen = new ArrayList<>();
        List<Server> page = run(() -> servers().lockPage(panel, Optional.empty(), 3));
        while (!page.isEmpty()) {
            page.forEach(one -> seen.add(one.id()));
            ServerId last = page.getLast().id();
            page = run(() -> servers().lockPage(panel, Optional.of(last), 3));
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen).containsExactlyElementsOf(all().stream().map(Server::id).toList());
    }

    @Test
    void every_part_of_a_condition_is_kept() {
        run(() -> servers().bring(List.of(facts("a", "nl")), NOW));
        Condition looked =
                only().condition()
                        .looked(Check.UP, Damping.STANDARD, NOW)
                        .looked(Check.HALF, Damping.STANDARD, NOW.plusSeconds(60))
                        .looked(Check.HALF, Damping.STANDARD, NOW.plusSeconds(120));
        Condition worked =
                looked.silent(NOW.plusSeconds(130))
                        .maintained("new disks", Optional.of(NOW.plusSeconds(999)), NOW);
        save(only().in(worked, NOW.plusSeconds(130)));

        assertThat(only().condition()).isEqualTo(worked);
        save(only().in(worked.released().gone(NOW.plusSeconds(140)), NOW.plusSeconds(140)));
        assertThat(only().condition()).isEqualTo(worked.released().gone(NOW.plusSeconds(140)));
    }

    @Test
    void a_panel_is_known_as_long_as_a_server_of_it_is_there() {
        assertThat(run(() -> servers().panels())).doesNotContain(panel);
        run(() -> servers().bring(List.of(facts("a", "nl"), facts("b", "de")), NOW));
        assertThat(run(() -> servers().panels())).containsOnlyOnce(panel);

        for (Server server : all()) {
            save(server.in(server.condition().gone(NOW), NOW));
        }

        assertThat(run(() -> servers().panels())).doesNotContain(panel);
    }

    @Test
    void one_is_found_by_its_id_and_an_unknown_one_is_not() {
        run(() -> servers().bring(List.of(facts("a", "nl")), NOW));
        Server server = only();

        assertThat(run(() -> servers().lock(server.id()))).contains(server);
        assertThat(run(() -> servers().lock(new ServerId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void two_that_bring_the_same_nodes_at_once_make_one_server_each() {
        Uni<Integer> one = unitOfWork().run(() -> servers().bring(List.of(facts("a", "x")), NOW));
        Uni<Integer> other = unitOfWork().run(() -> servers().bring(List.of(facts("a", "x")), NOW));

        List<Integer> added =
                Uni.join().all(one, other).andCollectFailures().await().atMost(PATIENCE);

        assertThat(added).containsExactlyInAnyOrder(1, 0);
        assertThat(all()).hasSize(1);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
}
