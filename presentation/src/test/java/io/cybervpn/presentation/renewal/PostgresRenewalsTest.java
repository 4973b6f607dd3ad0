package io.cybervpn.presentation.renewal;

import io.cybervpn.application.renewal.RenewalsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of renewals. Nobody else takes what is due meanwhile. */
@QuarkusTest
class PostgresRenewalsTest extends RenewalsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject Cycles cycles;
    @Inject AutoRenewals renewals;
    @Inject DunningPolicies policies;
    @Inject Pumps pumps;
    @Inject Pool pool;

    @BeforeEach
    void stop_the_schedule() {
        pumps.rest();
    }

    /** Nobody ever had these subscriptions. */
    @AfterEach
    void start_the_schedule() {
        pool.query(
                        "delete from renewal_cycle where subscription_id not in"
                                + " (select id from subscription)")
                .execute()
                .await()
                .indefinitely();
        pumps.work();
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected Cycles cycles() {
        return cycles;
    }

    @Override
    protected AutoRenewals renewals() {
        return renewals;
    }

    @Override
    protected DunningPolicies policies() {
        return policies;
    }
}
