package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.imports.ImportJobs;
import io.cybervpn.application.provisioning.imports.ImportJobsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of imports, whose rows are of nobody here. */
@QuarkusTest
class PostgresImportJobsTest extends ImportJobsContract {
    @Inject ImportJobs jobs;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Pool pool;

    @BeforeEach
    void stop_the_clockwork() {
        pumps.rest();
    }

    @AfterEach
    void nothing_is_left() {
        pool.query("delete from import_row").execute().await().indefinitely();
        pool.query("delete from import_job").execute().await().indefinitely();
        pumps.work();
    }

    @Override
    protected ImportJobs jobs() {
        return jobs;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
