package io.cybervpn.presentation.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.SubscriptionsContract;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.shared.Leftovers;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of subscriptions. The sweep stands still meanwhile. */
@QuarkusTest
class PostgresSubscriptionsTest extends SubscriptionsContract {
    @Inject Subscriptions subscriptions;
    @Inject UnitOfWork unitOfWork;
    @Inject Scheduler scheduler;
    @Inject Leftovers leftovers;

    @BeforeEach
    void stop_the_sweep() {
        scheduler.pause();
    }

    @AfterEach
    void start_the_sweep() {
        leftovers.takeAway();
        scheduler.resume();
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
