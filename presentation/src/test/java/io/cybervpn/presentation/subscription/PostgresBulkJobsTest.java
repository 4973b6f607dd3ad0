package io.cybervpn.presentation.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.BulkJobs;
import io.cybervpn.application.subscription.BulkJobsContract;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of bulk jobs, whose rows are of nobody here. */
@QuarkusTest
class PostgresBulkJobsTest extends BulkJobsContract {
    @Inject BulkJobs jobs;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Pool pool;

    @BeforeEach
    void stop_the_clockwork() {
        pumps.rest();
    }

    @AfterEach
    void nothing_is_left() {
        pool.query("delete from bulk_job_row").execute().await().indefinitely();
        pool.query("delete from bulk_job").execute().await().indefinitely();
        pumps.work();
    }

    @Override
    protected BulkJobs jobs() {
        return jobs;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
