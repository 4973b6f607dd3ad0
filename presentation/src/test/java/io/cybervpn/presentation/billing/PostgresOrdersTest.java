package io.cybervpn.presentation.billing;

import io.cybervpn.application.billing.OrdersContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.presentation.shared.Leftovers;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of orders. Nobody gives up on unpaid ones meanwhile. */
@QuarkusTest
class PostgresOrdersTest extends OrdersContract {
    @Inject Orders orders;
    @Inject UnitOfWork unitOfWork;
    @Inject Scheduler scheduler;
    @Inject Leftovers leftovers;

    @BeforeEach
    void stop_the_clockwork() {
        scheduler.pause();
    }

    @AfterEach
    void start_the_clockwork() {
        leftovers.takeAway();
        scheduler.resume();
    }

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
