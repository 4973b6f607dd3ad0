package io.cybervpn.presentation.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.HeldSubscriptionsContract;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.shared.Leftovers;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of held subscriptions. The sweep stands still meanwhile. */
@QuarkusTest
class PostgresHeldSubscriptionsTest extends HeldSubscriptionsContract {
    @Inject Subscriptions subscriptions;
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
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
