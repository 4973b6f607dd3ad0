package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of orders does. */
public abstract class OrdersContract {
    private final AccountId buyer = SampleOrders.buyer();

    protected abstract Orders orders();

    protected abstract UnitOfWork unitOfWork();

    /** A plan that may be ordered, the same one during a test. */
    protected abstract PlanId plan();

    private Order.AwaitingPayment order(AccountId account, String key) {
        return SampleOrders.order(account, key, plan());
    }

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Order.AwaitingPayment stored(Order.AwaitingPayment order) {
        assertThat(inTransaction(() -> orders().add(order))).isTrue();
        return order;
    }

    private Optional<Order> found(OrderId id) {
        return inTransaction(() -> orders().lock(id));
    }

    @Test
    void an_order_is_found_as_it_was_placed() {
        Order order = stored(order(buyer, "my-key"));

        assertThat(found(order.details().id())).contains(order);
        assertThat(inTransaction(() -> orders().placedBy(buyer, "my-key"))).contains(order);
    }

    @Test
    void a_renewal_without_limits_is_found_as_it_was_placed() {
        Order order = stored(SampleOrders.renewal(buyer, UUID.randomUUID(), plan()));

        assertThat(found(order.details().id())).contains(order);
    }

    @Test
    void a_change_of_plan_is_found_with_what_the_new_plan_costs() {
        Order keep = stored(SampleOrders.change(buyer, PlanChangeMode.KEEP_END, 4_999, plan()));
        Order add = stored(SampleOrders.change(buyer, PlanChangeMode.ADD_TERM, 0, plan()));

        assertThat(found(keep.details().id())).contains(keep);
        assertThat(keep.details().total().minorUnits()).isEqualTo(4_999);
        assertThat(found(add.details().id())).contains(add);
        assertThat(add.details().total().minorUnits()).isEqualTo(39_900);
    }

    @Test
    void nothing_is_found_that_was_not_placed() {
        stored(order(buyer, "my-key"));

        assertThat(found(new OrderId(UUID.randomUUID()))).isEmpty();
        assertThat(inTransaction(() -> orders().placedBy(buyer, "other-key"))).isEmpty();
        assertThat(inTransaction(() -> orders().placedBy(SampleOrders.buyer(), "my-key")))
                .isEmpty();
    }

    @Test
    void a_key_serves_one_order_of_an_account_and_is_free_for_others() {
        Order first = stored(order(buyer, "my-key"));

        assertThat(inTransaction(() -> orders().add(order(buyer, "my-key")))).isFalse();
        stored(order(SampleOrders.buyer(), "my-key"));
        assertThat(inTransaction(() -> orders().placedBy(buyer, "my-key"))).contains(first);
    }

    @Test
    void of_twenty_at_once_with_one_key_one_is_stored() {
        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 20)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> add("my-key")))
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(added -> added)).hasSize(1);
    }

    private boolean add(String key) {
        return inTransaction(() -> orders().add(order(buyer, key)));
    }

    @Test
    void a_paid_order_is_found_as_paid() {
        Order order = stored(order(buyer, UUID.randomUUID().toString()));
        Order paid =
                new Order.Paid(order.details(), new PaymentId(UUID.randomUUID()), SampleOrders.NOW);

        inTransaction(() -> orders().lock(order.details().id()).chain(() -> orders().save(paid)));

        assertThat(found(order.details().id())).contains(paid);
    }

    @Test
    void only_what_waits_and_is_due_is_given_up() {
        Order due = stored(order(buyer, UUID.randomUUID().toString()));
        Order paid = stored(order(buyer, UUID.randomUUID().toString()));
        PaymentId payment = new PaymentId(UUID.randomUUID());
        Order.Paid settled = new Order.Paid(paid.details(), payment, SampleOrders.NOW);
        inTransaction(() -> orders().lock(paid.details().id()).chain(() -> orders().save(settled)));
        List<OrderId> both = List.of(due.details().id(), paid.details().id());
        Instant end = due.details().expiresAt();

        assertThat(inTransaction(() -> orders().expire(both, end.minusMillis(1)))).isZero();
        assertThat(inTransaction(() -> orders().expire(both, end))).isEqualTo(1);
        assertThat(inTransaction(() -> orders().expire(both, end))).isZero();
        assertThat(found(due.details().id()).map(Order::status)).contains(OrderStatus.EXPIRED);
        assertThat(found(paid.details().id()).map(Order::status)).contains(OrderStatus.PAID);
    }

    @Test
    void late_money_is_stored_on_a_given_up_order() {
        Order order = stored(order(buyer, UUID.randomUUID().toString()));
        OrderId id = order.details().id();
        inTransaction(() -> orders().expire(List.of(id), order.details().expiresAt()));
        Order paid =
                new Order.Paid(order.details(), new PaymentId(UUID.randomUUID()), SampleOrders.NOW);

        inTransaction(() -> orders().lock(id).chain(() -> orders().save(paid)));

        assertThat(found(id)).contains(paid);
    }

    @Test
    void orders_of_an_account_are_given_up_or_go_to_another() {
        AccountId from = SampleOrders.buyer();
        AccountId into = SampleOrders.buyer();
        Order first = stored(order(from, "my-key"));
        stored(order(into, "my-key"));
        inTransaction(() -> orders().reown(from, into));
        Order moved = found(first.details().id()).orElseThrow();
        assertThat(moved.details().request().account()).isEqualTo(into);
        assertThat(moved.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        inTransaction(() -> orders().giveUp(into));
        assertThat(found(first.details().id()).orElseThrow().status())
                .isEqualTo(OrderStatus.EXPIRED);
    }
}
