package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;

class InMemoryAddOnTimesTest extends AddOnTimesContract {
    private final SubscriptionWorld world = new SubscriptionWorld();

    @Override
    protected Subscriptions subscriptions() {
        return world.subscriptions;
    }

    @Override
    protected AddOnTimes addOns() {
        return world.addOns;
    }

    @Override
    protected Returns returns() {
        return world.returns;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return world.unitOfWork;
    }
}
