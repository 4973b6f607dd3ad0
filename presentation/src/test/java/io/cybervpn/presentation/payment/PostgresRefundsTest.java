package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.RefundsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.Refunds;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of refunds. The janitor rests meanwhile. */
@QuarkusTest
class PostgresRefundsTest extends RefundsContract {
    @Inject Payments payments;
    @Inject Refunds refunds;
    @Inject Pool pool;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;

    @BeforeEach
    void stopTheJanitor() {
        pumps.rest();
    }

    /** They were never booked, and the proof of the books would rightly complain. */
    @AfterEach
    void startTheJanitor() {
        for (String table :
                List.of(
                        "refund where payment_id in (select id from payment",
                        "payment where id in (select id from payment")) {
            pool.query(
                            "delete from "
                                    + table
                                    + " where provider = 'nobody' and created_at < '2002-01-01')")
                    .execute()
                    .await()
                    .indefinitely();
        }
        pumps.work();
    }

    @Override
    protected Refunds refunds() {
        return refunds;
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
