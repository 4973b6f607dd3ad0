package io.cybervpn.application.billing;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.repository.Orders;

class InMemoryOrdersTest extends OrdersContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
