package io.cybervpn.application.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.server.ServerCameBack;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.ServerStatus;
import io.cybervpn.domain.server.ServerWentOffline;
import io.cybervpn.domain.server.model.Server;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R117, R118, R145-R147, R178, R179: servers follow nodes, and say how they are. */
class SyncAndCheckServersTest {
    private final ServerWorld world = new ServerWorld();

    private void checks(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(world.checked()).isBetween(0, 1);
        }
    }

    @Test
    void a_new_node_becomes_a_server_that_is_as_it_was_seen() {
        assertThat(world.synced()).isEqualTo(new SyncServers.Result(1, 0, 1, 1));

        assertThat(world.state("nl")).isEqualTo("online");
        assertThat(world.outbox.events()).isEmpty();
        assertThat(world.synced()).isEqualTo(new SyncServers.Result(1, 0, 0, 0));
    }

    @Test
    void one_bad_look_is_not_believed_two_are_and_three_good_ones_bring_it_back() {
        assertThat(world.synced().added()).isEqualTo(1);
        checks(3);
        world.panel.connect("nl", false);
        checks(1);
        assertThat(world.state("nl")).isEqualTo("online");
        checks(1);
        assertThat(world.state("nl")).isEqualTo("offline");
        world.panel.connect("nl", true);
        checks(2);
        assertThat(world.state("nl")).isEqualTo("offline");
        checks(1);
        assertThat(world.state("nl")).isEqualTo("online");

        assertThat(world.outbox.events(ServerWentOffline.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("not_connected"));
        assertThat(world.outbox.events(ServerCameBack.class)).hasSize(1);
        ServerId id = world.server("nl").id();
        assertThat(world.servers.states(id)).containsExactly("online", "offline", "online");
    }

    @Test
    void a_node_that_comes_and_goes_is_told_of_once() {
        assertThat(world.synced().added()).isEqualTo(1);
        for (int i = 0; i < 40; i++) {
            world.panel.connect("nl", i % 2 == 0);
            assertThat(world.checked()).isLessThanOrEqualTo(1);
        }

        assertThat(world.outbox.events()).hasSize(1);
        assertThat(world.state("nl")).isEqualTo("offline");
    }

    @Test
    void a_silent_panel_makes_nothing_offline_but_all_unknown() {
        assertThat(world.synced().added()).isEqualTo(1);
        world.panel.silent(true);

        assertThat(world.synced()).isEqualTo(new SyncServers.Result(1, 1, 0, 0));
        assertThat(world.checked()).isZero();

        Server server = world.server("nl");
        assertThat(server.condition().state().code()).isEqualTo("unknown");
        assertThat(server.condition().state().status()).isEqualTo(ServerStatus.ONLINE);
        assertThat(world.outbox.events()).isEmpty();
        assertThat(world.words.words().await().indefinitely())
                .singleElement()
                .satisfies(word -> assertThat(word.talks()).isFalse());
        world.panel.silent(false);
        assertThat(world.checked()).isEqualTo(1);
        assertThat(world.state("nl")).isEqualTo("online");
        assertThat(world.servers.states(server.id()))
                .containsExactly("online", "unknown", "online");
    }

    @Test
    void servers_of_a_panel_that_is_not_asked_any_more_are_unknown() {
        assertThat(world.synced().added()).isEqualTo(1);
        world.panel.retire();

        assertThat(world.synced()).isEqualTo(new SyncServers.Result(0, 0, 0, 1));
        assertThat(world.synced().moved()).isZero();

        assertThat(world.state("nl")).isEqualTo("unknown");
    }

    @Test
    void a_server_whose_node_is_removed_stays_as_gone_and_returns_with_it() {
        assertThat(world.synced().added()).isEqualTo(1);
        ServerId id = world.server("nl").id();
        world.panel.remove("nl");

        assertThat(world.synced().moved()).isEqualTo(1);
        assertThat(world.state("nl")).isEqualTo("gone");
        assertThat(world.checked()).isZero();
        world.panel.add("nl");
        assertThat(world.synced().moved()).isEqualTo(1);

        assertThat(world.server("nl").id()).isEqualTo(id);
        assertThat(world.state("nl")).isEqualTo("online");
        assertThat(world.outbox.events()).hasSize(2);
    }

    @Test
    void a_node_that_staff_switched_off_is_offline_at_once() {
        assertThat(world.synced().added()).isEqualTo(1);
        world.panel.turn("main", "nl", false).await().indefinitely();

        assertThat(world.checked()).isEqualTo(1);

        assertThat(world.server("nl").condition().state().reason()).isEqualTo("disabled");
        world.panel.turn("main", "nl", true).await().indefinitely();
        assertThat(world.checked()).isEqualTo(1);
        assertThat(world.state("nl")).isEqualTo("online");
    }

    @Test
    void an_address_that_does_not_answer_is_a_warning_if_it_is_asked() {
        assertThat(world.synced().added()).isEqualTo(1);
        world.mute.add("nl.test");
        checks(4);
        assertThat(world.state("nl")).isEqualTo("online");

        assertThat(world.checked(Optional.of(443))).isZero();
        assertThat(world.checked(Optional.of(443))).isEqualTo(1);

        assertThat(world.state("nl")).isEqualTo("warning");
        assertThat(world.server("nl").condition().state().reason()).isEqualTo("no_answer");
        assertThat(world.outbox.events()).isEmpty();
    }

    @Test
    void looks_of_two_instances_at_once_are_one_look() {
        assertThat(world.synced().added()).isEqualTo(1);
        checks(2);
        world.panel.connect("nl", false);
        checks(1);

        assertThat(world.check.execute(CheckServers.Command.STANDARD).await().indefinitely())
                .isZero();

        assertThat(world.state("nl")).isEqualTo("online");
    }

    @Test
    void a_transaction_that_fails_moves_nothing_and_is_made_up_for() {
        assertThat(world.synced().added()).isEqualTo(1);
        world.panel.connect("nl", false);
        checks(1);
        world.outbox.failFromNowOn(true);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(world::checked))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.state("nl")).isEqualTo("online");
        world.outbox.failFromNowOn(false);

        assertThat(world.checked()).isEqualTo(1);

        assertThat(world.state("nl")).isEqualTo("offline");
        assertThat(world.outbox.events()).hasSize(1);
    }
}
