package io.cybervpn.presentation.billing;

import io.cybervpn.application.billing.OrdersContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.repository.Orders;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** PostgreSQL keeps the contract of orders. */
@QuarkusTest
class PostgresOrdersTest extends OrdersContract {
    @Inject Orders orders;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
