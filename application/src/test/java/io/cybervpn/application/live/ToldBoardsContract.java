package io.cybervpn.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.live.port.ToldBoards;
import io.cybervpn.application.live.port.ToldBoards.Note;
import io.cybervpn.application.live.port.ToldBoards.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of told boards does. */
public abstract class ToldBoardsContract {
    /** There is no board of it in the shop, so nobody disturbs. */
    protected static final StaffTopic TOPIC = StaffTopic.PAYMENTS;

    private static final Duration NONE = Duration.ofMillis(1);

    /** Where nothing was told of {@link #TOPIC}. */
    protected abstract ToldBoards told();

    private Turn turn(Duration pace) {
        return told().turn(TOPIC, pace).await().indefinitely();
    }

    /** The turn that comes as soon as it may. */
    private Turn next() {
        while (true) {
            Turn turn = turn(NONE);
            if (!(turn instanceof Turn.Later)) {
                return turn;
            }
        }
    }

    private void note(boolean anew, Map<String, String> digests, Set<String> gone) {
        told().note(TOPIC, new Note(anew, digests, gone), NONE).await().indefinitely();
    }

    @Test
    void of_many_who_want_to_tell_at_once_one_may() {
        Duration long_enough = Duration.ofSeconds(30);
        assertThat(IntStream.range(0, 5).mapToObj(_ -> turn(long_enough)))
                .filteredOn(one -> !(one instanceof Turn.Later))
                .hasSize(1);
        note(false, Map.of(), Set.of());
        assertThat(next()).as("what was noted ends the turn, and begins the pace").isNotNull();
    }

    @Test
    void what_was_told_is_known_at_the_next_turn() {
        assertThat(next()).isEqualTo(new Turn.Anew());
        note(true, Map.of("a", "1", "b", "1"), Set.of());
        assertThat(next()).isEqualTo(new Turn.Since(Map.of("a", "1", "b", "1")));
        note(false, Map.of("b", "2", "c", "1"), Set.of("a"));
        assertThat(next()).isEqualTo(new Turn.Since(Map.of("b", "2", "c", "1")));
        note(true, Map.of(), Set.of());
        assertThat(next()).as("an empty board was told too").isEqualTo(new Turn.Since(Map.of()));
    }

    @Test
    void an_addition_to_what_nobody_knows_is_not_the_whole() {
        assertThat(next()).isEqualTo(new Turn.Anew());
        note(false, Map.of("a", "1"), Set.of());
        assertThat(next()).isEqualTo(new Turn.Anew());
    }
}
