package io.cybervpn.application.billing;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderRequest;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders that are nobody else's, so that tests may share one database. */
public final class SampleOrders {
    /** Whole seconds, since databases keep no nanoseconds. */
    public static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    public static final Duration LIFETIME = Duration.ofHours(1);

    private SampleOrders() {}

    public static AccountId buyer() {
        return new AccountId(UUID.randomUUID());
    }

    /** Thirty limited days for RUB 199.00. */
    public static Order.AwaitingPayment order(AccountId buyer, String requestKey, PlanId plan) {
        Entitlement entitlement =
                new Entitlement(
                        Limit.of(100_000_000_000L),
                        TrafficReset.MONTH_ROLLING,
                        Limit.of(3),
                        List.of("Basic", "Pro"));
        return order(
                new OrderRequest(buyer, requestKey, new Purpose.NewSubscription(), "cryptobot"),
                offer(plan, new Money(19_900, Asset.RUB), entitlement));
    }

    /** Thirty unlimited days more for 250 stars. */
    public static Order.AwaitingPayment renewal(AccountId buyer, UUID subscription, PlanId plan) {
        Entitlement entitlement =
                new Entitlement(
                        Limit.unlimited(),
                        TrafficReset.NO_RESET,
                        Limit.unlimited(),
                        List.of("Cyber"),
                        new Resources.Machine(150, 2048, 10_240, 1, 2, 3));
        return order(
                new OrderRequest(
                        buyer,
                        UUID.randomUUID().toString(),
                        new Purpose.Renewal(subscription),
                        "cryptobot"),
                offer(plan, new Money(250, Asset.XTR), entitlement));
    }

    /** To a plan that costs RUB 399.00 or 250 stars for thirty days. */
    public static Order.AwaitingPayment change(
            AccountId buyer, PlanChangeMode mode, long difference, PlanId plan) {
        Money price = new Money(39_900, Asset.RUB);
        Rates rates = new Rates(30, List.of(price, new Money(250, Asset.XTR)));
        Purpose purpose =
                new Purpose.PlanChange(
                        UUID.randomUUID(), mode, new Money(difference, Asset.RUB), rates);
        Entitlement entitlement =
                new Entitlement(
                        Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(5), List.of("Pro"));
        return order(
                new OrderRequest(buyer, UUID.randomUUID().toString(), purpose, "cryptobot"),
                offer(plan, price, entitlement));
    }

    private static Order.AwaitingPayment order(OrderRequest request, Offer offer) {
        return Order.place(new OrderId(UUID.randomUUID()), request, offer, NOW, LIFETIME);
    }

    private static Offer offer(PlanId plan, Money price, Entitlement entitlement) {
        return new Offer(
                plan,
                "pro",
                "pro",
                Map.of("en", "Pro", "ru", "Про \"плюс\""),
                30,
                price,
                entitlement);
    }
}
