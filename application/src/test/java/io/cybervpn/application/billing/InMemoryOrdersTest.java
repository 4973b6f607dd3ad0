package io.cybervpn.application.billing;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.PlanId;
import java.util.UUID;

class InMemoryOrdersTest extends OrdersContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected PlanId plan() {
        return new PlanId(new UUID(1, 1));
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
