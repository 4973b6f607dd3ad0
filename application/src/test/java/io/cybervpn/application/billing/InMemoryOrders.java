package io.cybervpn.application.billing;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.OrderRequest;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders in memory. */
public final class InMemoryOrders implements Orders {
    private record Key(AccountId account, String requestKey) {}

    private final InMemoryTable<OrderId, Order> orders;
    private final InMemoryTable<Key, OrderId> byKey;

    public InMemoryOrders(InMemoryUnitOfWork unitOfWork) {
        this.orders = unitOfWork.table();
        this.byKey = unitOfWork.table();
    }

    public List<Order> all() {
        return orders.all();
    }

    @Override
    public Uni<Boolean> add(Order.AwaitingPayment order) {
        return Uni.createFrom().item(() -> addNow(order));
    }

    private boolean addNow(Order.AwaitingPayment order) {
        Key key =
                new Key(
                        order.details().request().account(),
                        order.details().request().requestKey());
        boolean free = byKey.insert(key, order.details().id());
        if (free) {
            put(order);
        }
        return free;
    }

    @Override
    public Uni<Optional<Order>> placedBy(AccountId account, String requestKey) {
        return Uni.createFrom()
                .item(() -> byKey.get(new Key(account, requestKey)).flatMap(orders::get));
    }

    @Override
    public Uni<Optional<Order>> lock(OrderId id) {
        return Uni.createFrom().item(() -> orders.get(id));
    }

    @Override
    public Uni<Void> save(Order order) {
        return Uni.createFrom().voidItem().invoke(() -> put(order));
    }

    @Override
    public Uni<Integer> expire(List<OrderId> ids, Instant now) {
        return Uni.createFrom().item(() -> expireNow(ids, now));
    }

    private int expireNow(List<OrderId> ids, Instant now) {
        List<Order.Expired> givenUp =
                ids.stream()
                        .flatMap(id -> orders.get(id).stream())
                        .flatMap(order -> givenUp(order, now))
                        .toList();
        givenUp.forEach(this::put);
        return givenUp.size();
    }

    private static Stream<Order.Expired> givenUp(Order order, Instant now) {
        return switch (order) {
            case Order.Paid _, Order.Expired _, Order.Cancelled _ -> Stream.empty();
            case Order.AwaitingPayment waiting ->
                    switch (waiting.expire(now)) {
                        case Order.Expiry.NotYet _ -> Stream.empty();
                        case Order.Expiry.GivenUp(var expired) -> Stream.of(expired);
                    };
        };
    }

    private void put(Order order) {
        orders.put(order.details().id(), order);
    }

    @Override
    public Uni<Void> giveUp(AccountId account) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                of(account).stream()
                                        .filter(Order.AwaitingPayment.class::isInstance)
                                        .map(Order::details)
                                        .map(Order.Expired::new)
                                        .forEach(this::put));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> of(from).forEach(order -> put(moved(order, into))));
    }

    private List<Order> of(AccountId account) {
        return orders.where(order -> order.details().request().account().equals(account));
    }

    private static Order moved(Order order, AccountId into) {
        OrderDetails was = order.details();
        OrderRequest request =
                new OrderRequest(
                        into,
                        "merged " + was.id().value(),
                        was.request().purpose(),
                        was.request().paymentMethod(),
                        was.request().useWallet());
        OrderDetails is =
                new OrderDetails(
                        was.id(),
                        request,
                        was.offer(),
                        was.total(),
                        was.createdAt(),
                        was.expiresAt());
        return switch (order) {
            case Order.AwaitingPayment _ -> new Order.AwaitingPayment(is);
            case Order.Expired _ -> new Order.Expired(is);
            case Order.Cancelled _ -> new Order.Cancelled(is);
            case Order.Paid paid -> new Order.Paid(is, paid.payment(), paid.paidAt());
        };
    }
}
