package io.cybervpn.infrastructure.provisioning.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.SweepTurns;
import io.cybervpn.domain.provisioning.PanelId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R114: of many instances one sweeps. */
@QuarkusTest
class PostgresSweepTurnsTest {
    private static final Instant NOW = Instant.parse("2099-01-31T10:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(15);

    @Inject SweepTurns turns;
    @Inject Pool pool;

    @AfterEach
    void give_the_turn_back() {
        pool.query("update panel_sweep set started_at = now()").execute().await().indefinitely();
    }

    private List<Boolean> taken(Instant now) {
        return Uni.join()
                .all(
                        Stream.generate(() -> turns.take(PanelId.CONFIGURED, now, EVERY))
                                .limit(10)
                                .toList())
                .andFailFast()
                .await()
                .indefinitely();
    }

    @Test
    void one_of_many_gets_the_turn_and_the_next_one_when_it_is_time() {
        assertThat(taken(NOW)).containsOnlyOnce(true);
        assertThat(taken(NOW.plus(EVERY).minusSeconds(1))).containsOnly(false);
        assertThat(taken(NOW.plus(EVERY))).containsOnlyOnce(true);
    }
}
