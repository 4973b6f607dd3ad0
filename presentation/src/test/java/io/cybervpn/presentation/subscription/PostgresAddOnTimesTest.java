package io.cybervpn.presentation.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.AddOnTimesContract;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.shared.Leftovers;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of add-ons of subscriptions. The sweep stands still meanwhile. */
@QuarkusTest
class PostgresAddOnTimesTest extends AddOnTimesContract {
    @Inject Subscriptions subscriptions;
    @Inject AddOnTimes addOns;
    @Inject Returns returns;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Leftovers leftovers;

    @BeforeEach
    void stop_the_sweep() {
        pumps.rest();
    }

    @AfterEach
    void start_the_sweep() {
        leftovers.takeAway();
        pumps.work();
    }

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    protected AddOnTimes addOns() {
        return addOns;
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
