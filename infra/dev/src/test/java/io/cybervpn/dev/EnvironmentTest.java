package io.cybervpn.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void either_database_url_gives_the_other() {
        var reactive =
                given(
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "vertx-reactive:postgresql://db:5432/shop");
        assertThat(reactive.ownPostgres()).isTrue();
        assertThat(reactive.jdbcUrl()).contains("jdbc:postgresql://db:5432/shop");

        var jdbc = given("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db:5432/shop");
        assertThat(jdbc.ownPostgres()).isTrue();
        assertThat(jdbc.reactiveUrl()).contains("postgresql://db:5432/shop");
    }

    @Test
    void a_blank_variable_is_not_set() {
        var blank = given("QUARKUS_REDIS_HOSTS", " ");
        assertThat(blank.ownRedis()).isFalse();
        assertThat(blank.ownPostgres()).isFalse();
    }

    @Test
    void the_port_is_8080_unless_told_otherwise() {
        assertThat(new Environment(Map.of()).port()).isEqualTo(8080);
        assertThat(given("QUARKUS_HTTP_PORT", "8090").port()).isEqualTo(8090);
        assertThat(
                        new Environment(
                                        Map.of(
                                                "QUARKUS_HTTP_PORT",
                                                "8090",
                                                "CYBERVPN_PORT",
                                                "8091"))
                                .port())
                .isEqualTo(8091);
        assertThatThrownBy(() -> given("CYBERVPN_PORT", "http").port())
                .hasMessageContaining("CYBERVPN_PORT");
    }

    @Test
    void archives_are_named_by_system_and_processor() {
        assertThat(Platform.of("Linux", "amd64").postgresArchive())
                .isEqualTo("/postgres-linux-x86_64.txz");
        assertThat(Platform.of("Mac OS X", "aarch64").postgresArchive())
                .isEqualTo("/postgres-darwin-arm_64.txz");
        assertThat(Platform.of("Linux", "aarch64").redisExecutables())
                .containsExactly("/redis-server-6.2.7-linux-arm64");
    }

    private static Environment given(String name, String value) {
        return new Environment(Map.of(name, value));
    }
}
