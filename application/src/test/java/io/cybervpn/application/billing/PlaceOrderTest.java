package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.billing.PlaceOrder.Command;
import io.cybervpn.application.billing.PlaceOrder.Result;
import io.cybervpn.application.billing.port.RenewableSubscriptions;
import io.cybervpn.application.catalogue.InMemoryCatalogue;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R23, R80. */
class PlaceOrderTest {
    private static final Money PRICE = new Money(19_900, Asset.RUB);

    private final MovableClock clock = new MovableClock();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue(unitOfWork);
    private final AccountId buyer = SampleOrders.buyer();
    private final UUID subscription = UUID.randomUUID();
    private final Product product = Samples.product();
    private final Plan plan = Samples.plan(product.id());
    private final PlaceOrder placeOrder =
            new PlaceOrder(
                    unitOfWork,
                    new HoldOwner(new InMemoryEndings(unitOfWork)),
                    catalogue.findOffer(),
                    this::standing,
                    (_, _, wish) -> Uni.createFrom().failure(new AssertionError(wish)),
                    orders,
                    OrderLifetimesTest.usual(),
                    new FixedIds(),
                    clock);

    PlaceOrderTest() {
        catalogue.put(product, plan);
    }

    /** The buyer has one subscription, on the plan. */
    private Uni<RenewableSubscriptions.Standing> standing(AccountId owner, UUID asked) {
        return Uni.createFrom()
                .item(
                        owner.equals(buyer) && asked.equals(subscription)
                                ? new RenewableSubscriptions.Standing.Renewable(plan.id())
                                : new RenewableSubscriptions.Standing.Unknown());
    }

    private Result place(Command command) {
        return placeOrder.execute(command).await().indefinitely();
    }

    private Command command(String key) {
        return command(plan.id(), 30, Asset.RUB, Optional.empty(), key);
    }

    private Command command(
            PlanId wanted, int days, Asset asset, Optional<UUID> renews, String key) {
        return new Command(
                new Actor.Customer(buyer), wanted, days, asset, renews, "cryptobot", key);
    }

    private static Result refused(Refusal refusal) {
        return new Result.Refused(refusal);
    }

    private static Result unsold(NotForSale reason) {
        return refused(new Refusal.Unsold(reason));
    }

    @Test
    void an_order_waits_at_todays_price_and_keeps_what_was_offered() {
        Result result = place(command("key"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Placed.class,
                        placed -> {
                            assertThat(placed.repeated()).isFalse();
                            assertThat(placed.title()).isEqualTo("Pro, 30 days");
                            assertThat(placed.order().status())
                                    .isEqualTo(OrderStatus.AWAITING_PAYMENT);
                            assertThat(placed.order().total()).isEqualTo(PRICE);
                            assertThat(placed.order().expiresAt())
                                    .isEqualTo(clock.instant().plus(SampleOrders.LIFETIME));
                        });
        assertThat(orders.all())
                .singleElement()
                .extracting(order -> order.details().offer().entitlement())
                .isEqualTo(plan.content().entitlement());
    }

    @Test
    void the_quote_names_the_same_price() {
        Quote.Result quoted =
                new Quote(catalogue.findOffer())
                        .execute(new Quote.Query(plan.id(), 30, Asset.RUB))
                        .await()
                        .indefinitely();

        assertThat(quoted)
                .isInstanceOfSatisfying(
                        Quote.Result.Quoted.class,
                        answer -> {
                            assertThat(answer.quotation().total()).isEqualTo(PRICE);
                            assertThat(answer.quotation().lines())
                                    .extracting(Quotation.Line::kind)
                                    .containsExactly(Quotation.Kind.PLAN);
                        });
    }

    @Test
    void what_is_not_for_sale_is_refused_by_name_and_stores_nothing() {
        PlanId unknown = new PlanId(UUID.randomUUID());
        Optional<UUID> none = Optional.empty();

        assertThat(place(command(unknown, 30, Asset.RUB, none, "a")))
                .isEqualTo(unsold(new NotForSale.NoSuchPlan()));
        assertThat(place(command(plan.id(), 31, Asset.RUB, none, "b")))
                .isEqualTo(unsold(new NotForSale.NoSuchTerm()));
        assertThat(place(command(plan.id(), 30, Asset.TON, none, "c")))
                .isEqualTo(unsold(new NotForSale.NoPriceIn(Asset.TON)));
        assertThat(orders.all()).isEmpty();
    }

    @Test
    void nobody_orders_without_a_login() {
        Command guests =
                new Command(
                        new Actor.Guest(),
                        plan.id(),
                        30,
                        Asset.RUB,
                        Optional.empty(),
                        "cryptobot",
                        "key");

        assertThat(place(guests)).isEqualTo(refused(new Refusal.LoginRequired()));
    }

    @Test
    void an_own_subscription_of_the_plan_is_renewed() {
        Result result = place(command(plan.id(), 30, Asset.RUB, Optional.of(subscription), "key"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Placed.class,
                        placed -> assertThat(placed.order().subscription()).contains(subscription));
    }

    @Test
    void a_foreign_subscription_or_one_of_another_plan_is_not_renewed() {
        Plan other = Samples.plan(product.id());
        catalogue.put(product, other);

        assertThat(place(command(plan.id(), 30, Asset.RUB, Optional.of(UUID.randomUUID()), "a")))
                .isEqualTo(refused(new Refusal.NoSuchSubscription()));
        assertThat(place(command(other.id(), 30, Asset.RUB, Optional.of(subscription), "b")))
                .isEqualTo(refused(new Refusal.OtherPlan(plan.id())));
        assertThat(orders.all()).isEmpty();
    }

    @Test
    void a_repeated_request_finds_its_order_even_at_a_new_price() {
        Result first = place(command("key"));
        catalogue.plans().remove(plan.id()).await().indefinitely();

        Result second = place(command("key"));

        assertThat(second)
                .isInstanceOfSatisfying(
                        Result.Placed.class, placed -> assertThat(placed.repeated()).isTrue());
        assertThat(idOf(second)).isEqualTo(idOf(first));
    }

    @Test
    void the_key_of_one_order_does_not_serve_for_another() {
        place(command("key"));

        assertThat(place(command(plan.id(), 30, Asset.USDT, Optional.empty(), "key")))
                .isEqualTo(refused(new Refusal.KeyReused()));
    }

    @Test
    void twenty_requests_at_once_with_one_key_make_one_order() {
        List<Object> ids =
                IntStream.range(0, 20)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> place(command("key"))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(PlaceOrderTest::idOf)
                        .distinct()
                        .toList();

        assertThat(ids).hasSize(1);
        assertThat(orders.all()).hasSize(1);
    }

    @Test
    void only_due_orders_are_given_up() {
        place(command("key"));
        ExpireOrders expire =
                new ExpireOrders(
                        (now, limit) ->
                                Uni.createFrom()
                                        .item(
                                                () ->
                                                        orders.all().stream()
                                                                .map(order -> order.details().id())
                                                                .toList()),
                        unitOfWork,
                        orders,
                        new InMemoryLedger(unitOfWork).releaseSetAside(new FixedIds(), clock),
                        clock);

        assertThat(run(expire)).isEqualTo(new ExpireOrders.Result(1, 0));
        clock.advance(SampleOrders.LIFETIME);
        assertThat(run(expire)).isEqualTo(new ExpireOrders.Result(1, 1));
        assertThat(orders.all()).extracting(Order::status).containsExactly(OrderStatus.EXPIRED);
    }

    private static ExpireOrders.Result run(ExpireOrders expire) {
        return expire.execute(new ExpireOrders.Command(10)).await().indefinitely();
    }

    private static Object idOf(Result result) {
        return switch (result) {
            case Result.Placed placed -> placed.order().id();
            case Result.Refused refused -> refused;
        };
    }
}
