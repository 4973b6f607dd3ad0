package io.cybervpn.infrastructure.live.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.live.ToldBoardsContract;
import io.cybervpn.application.live.port.ToldBoards;
import io.cybervpn.application.live.port.ToldBoards.Note;
import io.cybervpn.application.live.port.ToldBoards.Turn;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the real store. */
@QuarkusTest
class ValkeyToldBoardsTest extends ToldBoardsContract {
    @Inject ToldBoards told;
    @Inject ReactiveRedisDataSource valkey;
    @Inject ValkeySettings settings;

    @BeforeEach
    void nothing_was_told() {
        valkey.execute("DEL", "live:board:payments", "live:turn:payments").await().indefinitely();
    }

    @Override
    protected ToldBoards told() {
        return told;
    }

    @Test
    void the_pace_is_one_of_all_instances() {
        Duration pace = Duration.ofSeconds(30);
        ToldBoards second = new ValkeyToldBoards(valkey, settings);
        assertThat(told.turn(TOPIC, pace).await().indefinitely()).isEqualTo(new Turn.Anew());
        assertThat(second.turn(TOPIC, pace).await().indefinitely()).isEqualTo(new Turn.Later());
        Note note = new Note(true, Map.of("a", "1"), Set.of());
        told.note(TOPIC, note, Duration.ofMillis(1)).await().indefinitely();
        Turn turn = new Turn.Later();
        while (turn instanceof Turn.Later) {
            turn = second.turn(TOPIC, pace).await().indefinitely();
        }
        assertThat(turn).isEqualTo(new Turn.Since(Map.of("a", "1")));
    }
}
