package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.ReturnInquiriesContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.ReturnInquiries;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of inquiries. Nobody is asked meanwhile. */
@QuarkusTest
class PostgresReturnInquiriesTest extends ReturnInquiriesContract {
    @Inject ReturnInquiries inquiries;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Pool pool;

    @BeforeEach
    void nobody_asks() {
        pumps.rest();
    }

    @AfterEach
    void somebody_asks_again() {
        pool.query("delete from return_inquiry where provider = '" + PROVIDER + "'")
                .execute()
                .await()
                .indefinitely();
        pumps.work();
    }

    @Override
    protected ReturnInquiries inquiries() {
        return inquiries;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
