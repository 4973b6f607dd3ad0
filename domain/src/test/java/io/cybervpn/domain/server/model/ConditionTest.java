package io.cybervpn.domain.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.server.ServerCameBack;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.ServerWentOffline;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a server is: every change of a state. */
class ConditionTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00.5Z");

    private static Condition online() {
        return Condition.fresh(NOW).looked(Check.UP, Damping.STANDARD, NOW);
    }

    private static Server server(Condition condition) {
        ServerId id = new ServerId(new UUID(0, 1));
        return new Server(id, new NodeRef("main", "a"), "nl", NOW, condition);
    }

    private static Condition down() {
        return online().looked(Check.DOWN, Damping.STANDARD, NOW.plusSeconds(120))
                .looked(Check.DOWN, Damping.STANDARD, NOW.plusSeconds(240));
    }

    @Test
    void moments_of_states_are_whole_seconds() {
        assertThat(online().state().since()).isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
    }

    @Test
    void maintenance_wins_and_what_is_seen_beneath_it_goes_on() {
        Condition maintained = online().maintained("disks", Optional.empty(), NOW);

        Condition later =
                maintained
                        .looked(Check.DOWN, Damping.STANDARD, NOW.plusSeconds(120))
                        .looked(Check.DOWN, Damping.STANDARD, NOW.plusSeconds(240))
                        .silent(NOW.plusSeconds(300));

        assertThat(later.state()).isEqualTo(maintained.state());
        assertThat(later.isDown()).isFalse();
        assertThat(later.released().state().code()).isEqualTo("unknown");
        assertThat(later.released().isDown()).isTrue();
    }

    @Test
    void a_maintenance_that_is_said_again_began_when_it_began() {
        Condition first = online().maintained("disks", Optional.empty(), NOW);

        Condition second = first.maintained("more disks", Optional.of(NOW), NOW.plusSeconds(60));

        assertThat(second.state().since()).isEqualTo(first.state().since());
        assertThat(second.maintenance().orElseThrow().message()).isEqualTo("more disks");
    }

    @Test
    void silence_is_noted_once_and_says_since_when() {
        Condition silent = online().silent(NOW.plusSeconds(10));

        assertThat(silent.silent(NOW.plusSeconds(20))).isEqualTo(silent);
        assertThat(silent.state().since()).isEqualTo(Instant.parse("2026-01-31T10:00:10Z"));
        assertThat(silent.isDown()).isFalse();
    }

    @Test
    void who_is_down_in_the_end_is_told_of_at_the_end_of_a_maintenance() {
        Server worked = server(down().maintained("disks", Optional.empty(), NOW));

        assertThat(worked.in(worked.condition().released(), NOW).event())
                .get()
                .isInstanceOf(ServerWentOffline.class);
        Server fine = server(online().maintained("disks", Optional.empty(), NOW));
        assertThat(fine.in(fine.condition().released(), NOW).event())
                .get()
                .isInstanceOf(ServerCameBack.class);
    }

    @Test
    void the_same_again_is_neither_logged_nor_told() {
        Server server = server(down());

        Server.Moved moved = server.in(down(), NOW.plusSeconds(500));

        assertThat(moved.entry()).isEmpty();
        assertThat(moved.event()).isEmpty();
    }

    @Test
    void gone_wins_over_all_and_ends_with_a_look() {
        Condition gone = online().maintained("x", Optional.empty(), NOW).gone(NOW);

        assertThat(gone.state().code()).isEqualTo("gone");
        assertThat(gone.isDown()).isTrue();
        assertThat(gone.looked(Check.UP, Damping.STANDARD, NOW).state().code())
                .isEqualTo("maintenance");
    }
}
