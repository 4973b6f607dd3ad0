package io.cybervpn.infrastructure.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.server.ServerConfigsContract;
import io.cybervpn.application.server.port.ServerConfigs;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.NodeFigures;
import io.cybervpn.domain.server.repository.Servers;
import io.cybervpn.domain.server.repository.Servers.NodeFacts;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract on PostgreSQL. */
@QuarkusTest
class PostgresServerConfigsTest extends ServerConfigsContract {
    @Inject ServerConfigs configs;
    @Inject Servers servers;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected ServerConfigs configs() {
        return configs;
    }

    @BeforeEach
    void there_is_a_server() {
        NodeFacts facts =
                new NodeFacts(
                        server,
                        panel,
                        "a",
                        "a",
                        "a.test",
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        false,
                        "",
                        List.of(),
                        new NodeFigures(Optional.empty(), Optional.empty(), Optional.empty(), ""));
        assertThat(
                        unitOfWork
                                .run(() -> servers.bring(List.of(facts), START))
                                .await()
                                .indefinitely())
                .isEqualTo(1);
    }

    @AfterEach
    void it_goes() {
        execute("delete from server_config where server_id = $1");
        execute("delete from server where id = $1");
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(server.value())).await().indefinitely();
    }
}
