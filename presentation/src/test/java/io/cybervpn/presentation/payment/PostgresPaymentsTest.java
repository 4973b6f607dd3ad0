package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of payments. The janitor rests meanwhile. */
@QuarkusTest
class PostgresPaymentsTest extends PaymentsContract {
    @Inject Payments payments;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;

    @BeforeEach
    void stopTheJanitor() {
        pumps.rest();
    }

    @AfterEach
    void startTheJanitor() {
        pumps.work();
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
