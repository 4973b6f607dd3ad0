package io.cybervpn.application.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.server.port.PanelConfigs.OfNode;
import io.cybervpn.application.server.port.ServerConfigs;
import io.cybervpn.application.server.port.ServerConfigs.Version;
import io.cybervpn.domain.server.ServerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R182: what every store of configurations does. */
public abstract class ServerConfigsContract {
    protected static final Instant START = Instant.parse("2026-03-04T22:00:00.123456Z");

    protected final String panel = "test-" + UUID.randomUUID();
    protected final ServerId server = new ServerId(UUID.randomUUID());

    /** A store that knows {@link #server} as the one of node a of {@link #panel}. */
    protected abstract ServerConfigs configs();

    static NodeConfig config(int port) {
        return new NodeConfig(
                new NodeConfig.Settings(
                        "fi-1",
                        "fi-1.test",
                        Optional.of(2_999),
                        Optional.of("FI"),
                        "1.5",
                        Optional.of(5_000_000_000_000L),
                        Optional.empty(),
                        List.of("fast")),
                new NodeConfig.Profile("p", "Default", "0f"),
                List.of(
                        new NodeConfig.Inbound(
                                "i", "VLESS", "vless", "tcp", "", Optional.of(port), "1f")));
    }

    private int bring(int port, int minute) {
        return configs()
                .bring(panel, List.of(new OfNode("a", config(port))), at(minute))
                .await()
                .indefinitely();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private List<Version> versions() {
        return configs().versions(server, Optional.empty(), 10).await().indefinitely();
    }

    @Test
    void a_change_is_a_version_and_what_stays_is_none() {
        assertThat(bring(1, 0)).isEqualTo(1);
        assertThat(bring(1, 30)).isZero();
        assertThat(bring(2, 60)).isEqualTo(1);
        assertThat(bring(1, 90)).as("as it was once is a change too").isEqualTo(1);

        assertThat(versions()).extracting(Version::number).containsExactly(3, 2, 1);
        assertThat(versions())
                .extracting(Version::config)
                .containsExactly(config(1), config(2), config(1));
        Version first = versions().getLast();
        assertThat(first.firstSeenAt()).isEqualTo(at(0));
        assertThat(first.lastSeenAt()).isEqualTo(at(30));
        assertThat(first.hash()).matches("[0-9a-f]{64}").isEqualTo(versions().getFirst().hash());
        assertThat(versions().get(1).hash()).isNotEqualTo(first.hash());
    }

    @Test
    void what_is_older_than_what_was_seen_last_changes_nothing() {
        assertThat(bring(1, 30)).isEqualTo(1);
        assertThat(bring(2, 10)).isZero();
        assertThat(bring(1, 10)).isZero();
        assertThat(versions()).extracting(Version::lastSeenAt).containsExactly(at(30));
    }

    @Test
    void nodes_without_a_server_have_no_versions() {
        assertThat(
                        configs()
                                .bring(panel, List.of(new OfNode("b", config(1))), at(0))
                                .await()
                                .indefinitely())
                .isZero();
        assertThat(configs().bring(panel, List.of(), at(0)).await().indefinitely()).isZero();
        assertThat(versions()).isEmpty();
    }

    @Test
    void they_are_read_from_the_newest_on_and_old_ones_are_forgotten() {
        for (int i = 0; i < 5; i++) {
            assertThat(bring(i + 1, i)).isEqualTo(1);
        }
        assertThat(configs().versions(server, Optional.of(4), 2).await().indefinitely())
                .extracting(Version::number)
                .containsExactly(3, 2);
        assertThat(configs().forget(2).await().indefinitely()).isGreaterThanOrEqualTo(3);
        assertThat(versions()).extracting(Version::number).containsExactly(5, 4);
        assertThat(bring(9, 9)).isEqualTo(1);
        assertThat(versions().getFirst().number()).isEqualTo(6);
    }
}
