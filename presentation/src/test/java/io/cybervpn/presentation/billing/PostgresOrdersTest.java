package io.cybervpn.presentation.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.billing.OrdersContract;
import io.cybervpn.application.billing.SampleOrders;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps the contract of orders. Nobody gives up on unpaid ones meanwhile. */
@QuarkusTest
class PostgresOrdersTest extends OrdersContract {
    @Inject Orders orders;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject TestPlans plans;

    private String plan = "";

    @BeforeEach
    void stop_the_clockwork() {
        pumps.rest();
        plan = plans.unsold();
    }

    /** These orders never went through the shop: the proof of the books would rightly complain. */
    @AfterEach
    void start_the_clockwork() {
        plans.takeAway(plan);
        pumps.work();
    }

    @Test
    void an_order_of_a_plan_that_is_gone_is_not_stored() {
        PlanId gone = new PlanId(UUID.randomUUID());
        Order.AwaitingPayment order = SampleOrders.order(SampleOrders.buyer(), "my-key", gone);

        assertThat(unitOfWork.run(() -> orders.add(order)).await().indefinitely()).isFalse();
    }

    @Override
    protected PlanId plan() {
        return new PlanId(UUID.fromString(plan));
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
