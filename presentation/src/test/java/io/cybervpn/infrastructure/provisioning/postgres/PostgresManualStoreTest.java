package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.ManualStoreContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** The contract on PostgreSQL. */
@QuarkusTest
class PostgresManualStoreTest extends ManualStoreContract {
    @Inject StaffTasks tasks;
    @Inject ManualServices services;
    @Inject Accesses accesses;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected StaffTasks tasks() {
        return tasks;
    }

    @Override
    protected ManualServices services() {
        return services;
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
        remove("staff_task where opened_at > '2090-01-01'");
        remove("manual_service where since > '2090-01-01'");
        remove("access where expire_at > '2090-01-01'");
    }

    private void remove(String rows) {
        pool.query("delete from " + rows).execute().await().indefinitely();
    }
}
