package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.repository.Subscriptions;

/** Memory keeps the contract. */
class InMemoryHeldSubscriptionsTest extends HeldSubscriptionsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(unitOfWork);

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
