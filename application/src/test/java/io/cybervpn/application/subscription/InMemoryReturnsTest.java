package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;

class InMemoryReturnsTest extends ReturnsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(unitOfWork);
    private final InMemoryReturns returns =
            new InMemoryReturns(unitOfWork, subscriptions, new InMemoryAddOnTimes(unitOfWork));

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    protected Returns returns() {
        return returns;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
