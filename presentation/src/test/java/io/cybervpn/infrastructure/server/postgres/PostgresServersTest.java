package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.ServersContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.repository.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** The contract on PostgreSQL. */
@QuarkusTest
class PostgresServersTest extends ServersContract {
    @Inject Servers servers;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected Servers servers() {
        return servers;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @AfterEach
    void remove_what_is_of_no_panel() {
        execute(
                "delete from server_state where server_id in"
                        + " (select id from server where panel = $1)");
        execute("delete from server where panel = $1");
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(panel)).await().indefinitely();
    }
}
