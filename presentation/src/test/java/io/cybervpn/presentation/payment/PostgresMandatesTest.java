package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.MandatesContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Mandates;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of agreements. Nobody is told or asked meanwhile. */
@QuarkusTest
class PostgresMandatesTest extends MandatesContract {
    @Inject Mandates mandates;
    @Inject Payments payments;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Pool pool;

    @BeforeEach
    void nobody_asks() {
        pumps.rest();
    }

    @AfterEach
    void somebody_asks_again() {
        pool.query(
                        """
                        with gone as (delete from payment_mandate where agreed_at < '2002-01-01'
                            returning payment_id)
                        delete from payment where id in (select payment_id from gone)""")
                .execute()
                .await()
                .indefinitely();
        pumps.work();
    }

    @Override
    protected Mandates mandates() {
        return mandates;
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
