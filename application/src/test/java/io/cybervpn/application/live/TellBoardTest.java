package io.cybervpn.application.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.live.TellBoard.Result;
import io.cybervpn.application.live.port.Board;
import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** R152, R154: who listens hears how things stand, and what changed, at a bearable pace. */
class TellBoardTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-31T10:00:00Z"), ZoneOffset.UTC);

    private final AtomicLong nanos = new AtomicLong(1);
    private final List<News> told = new ArrayList<>();
    private final InMemoryToldBoards memory = new InMemoryToldBoards(nanos::get);
    private final Publisher publisher = new Recorder();
    private final TellBoard here = new TellBoard(memory, publisher, UUID::randomUUID, CLOCK);
    private final TellBoard there = new TellBoard(memory, publisher, UUID::randomUUID, CLOCK);
    private List<Thing> things = List.of(thing("a", 1), thing("b", 1));

    private final class Recorder implements Publisher {
        @Override
        public Uni<Void> publish(List<News> news) {
            told.addAll(news);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> end(List<SessionId> sessions) {
            throw new AssertionError("boards end no sessions");
        }
    }

    private final class Servers implements Board {
        @Override
        public StaffTopic topic() {
            return StaffTopic.SERVERS;
        }

        @Override
        public Uni<List<Thing>> take() {
            return Uni.createFrom().item(() -> things);
        }
    }

    private static Thing thing(String id, long users) {
        return new Thing(id, Map.of("users", Datum.of(users)));
    }

    private Result tell(TellBoard teller) {
        return teller.execute(new Servers()).await().indefinitely();
    }

    private void later() {
        nanos.addAndGet(TellBoard.PACE.toNanos());
    }

    private static Datum.Fields item(String id, long users) {
        return new Datum.Fields(Map.of("id", Datum.of(id), "users", Datum.of(users)));
    }

    @Test
    void first_all_is_told_then_what_changed() {
        assertThat(tell(here)).isEqualTo(Result.ALL);
        assertThat(told.getLast().type()).isEqualTo("servers.snapshot");
        assertThat(told.getLast().data().get("items"))
                .isEqualTo(new Datum.Many(List.of(item("a", 1), item("b", 1))));
        later();
        assertThat(tell(here)).isEqualTo(Result.NOTHING_NEW);

        things = List.of(thing("b", 2), thing("c", 1));
        later();
        assertThat(tell(here)).isEqualTo(Result.CHANGES);
        assertThat(told.getLast().type()).isEqualTo("servers.changed");
        assertThat(told.getLast().data())
                .isEqualTo(
                        Map.of(
                                "items",
                                new Datum.Many(List.of(item("b", 2), item("c", 1))),
                                "removed",
                                new Datum.Many(List.of(Datum.of("a")))));
        later();
        assertThat(tell(here)).isEqualTo(Result.NOTHING_NEW);
        assertThat(told).hasSize(2);
    }

    @Test
    void all_instances_together_keep_the_pace_and_the_last_state_wins() {
        assertThat(tell(here)).isEqualTo(Result.ALL);
        for (long users = 2; users < 40; users++) {
            things = List.of(thing("a", users));
            assertThat(tell(users % 2 == 0 ? there : here)).isEqualTo(Result.LATER);
            nanos.addAndGet(Duration.ofMillis(50).toNanos());
        }
        later();
        assertThat(tell(there)).isEqualTo(Result.CHANGES);
        assertThat(tell(here)).isEqualTo(Result.LATER);
        assertThat(told).hasSize(2);
        assertThat(told.getLast().data().get("items"))
                .isEqualTo(new Datum.Many(List.of(item("a", 39))));
    }

    @Test
    void what_changes_and_changes_back_meanwhile_is_not_told() {
        assertThat(tell(here)).isEqualTo(Result.ALL);
        List<Thing> before = things;
        things = List.of();
        assertThat(tell(here)).isEqualTo(Result.LATER);
        things = before;
        later();
        assertThat(tell(there)).isEqualTo(Result.NOTHING_NEW);
    }

    @Test
    void a_board_that_nobody_can_see_is_told_when_it_is_seen_again() {
        assertThat(tell(here)).isEqualTo(Result.ALL);
        later();
        List<Thing> after = List.of(thing("a", 7));
        Board broken =
                new Board() {
                    @Override
                    public StaffTopic topic() {
                        return StaffTopic.SERVERS;
                    }

                    @Override
                    public Uni<List<Thing>> take() {
                        return Uni.createFrom().failure(new IllegalStateException("no database"));
                    }
                };
        assertThatThrownBy(() -> here.execute(broken).await().indefinitely())
                .hasMessage("no database");
        things = after;
        later();
        assertThat(tell(there)).isEqualTo(Result.CHANGES);
    }

    @Test
    void the_digest_is_the_same_in_every_instance_whatever_the_order_of_facts() {
        Map<String, Datum> inner = Map.of("x", Datum.of(1), "y", Datum.of(2), "z", Datum.of(3));
        Thing one = new Thing("a", Map.of("p", new Datum.Fields(inner), "q", Datum.of("text")));
        assertThat(one.digest())
                .as("as another process would say it")
                .isEqualTo(
                        UUID.nameUUIDFromBytes(
                                        ("{p=Fields[values={x=Whole[value=1], y=Whole[value=2],"
                                                        + " z=Whole[value=3]}], q=Text[value=text]}")
                                                .getBytes(StandardCharsets.UTF_8))
                                .toString());
    }
}
