package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.AccessesContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** The contract on PostgreSQL, in a future that the application's own worker has not reached. */
@QuarkusTest
class PostgresAccessesTest extends AccessesContract {
    @Inject Accesses accesses;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected Accesses accesses() {
        return accesses;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** Records of other tests that were claimed or hinted on the way are given back. */
    @AfterEach
    void remove_what_is_of_the_future() {
        execute("delete from access where expire_at > '2090-01-01'");
        execute(
                "update access set lease_until = null, next_attempt_at = now()"
                        + " where lease_until > '2090-01-01'");
        execute(
                "update access set next_attempt_at = null"
                        + " where status = 'ready' and next_attempt_at > '2090-01-01'");
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
