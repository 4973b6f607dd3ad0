package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentViews;
import io.cybervpn.application.payment.PaymentViewsContract;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of the views of payments. The janitor rests meanwhile. */
@QuarkusTest
class PostgresPaymentViewsTest extends PaymentViewsContract {
    @Inject Payments payments;
    @Inject PaymentViews views;
    @Inject UnitOfWork unitOfWork;
    @Inject Ids ids;
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
    protected PaymentViews views() {
        return views;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected Ids ids() {
        return ids;
    }
}
