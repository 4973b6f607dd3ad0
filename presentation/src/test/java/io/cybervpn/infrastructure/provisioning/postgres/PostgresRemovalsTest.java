package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.RemovalsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Removals;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** The contract on PostgreSQL, in a future that the application's own worker has not reached. */
@QuarkusTest
class PostgresRemovalsTest extends RemovalsContract {
    @Inject Accesses accesses;
    @Inject Removals removals;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected Accesses accesses() {
        return accesses;
    }

    @Override
    protected Removals removals() {
        return removals;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @AfterEach
    void remove_what_is_of_the_future() {
        pool.query("delete from access where expire_at > '2090-01-01'")
                .execute()
                .await()
                .indefinitely();
    }
}
