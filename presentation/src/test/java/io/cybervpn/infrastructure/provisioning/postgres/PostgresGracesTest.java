package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.GracesContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** The contract on PostgreSQL. */
@QuarkusTest
class PostgresGracesTest extends GracesContract {
    @Inject Graces graces;
    @Inject TrafficMeters meters;
    @Inject Accesses accesses;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected Graces graces() {
        return graces;
    }

    @Override
    protected TrafficMeters meters() {
        return meters;
    }

    @Override
    protected Accesses accesses() {
        return accesses;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @AfterEach
    void remove_what_is_of_the_future() {
        execute("delete from access where expire_at > '2090-01-01'");
        execute("delete from access_grace where begun_at > '2090-01-01'");
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
