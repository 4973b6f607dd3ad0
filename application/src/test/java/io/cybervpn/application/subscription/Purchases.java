package io.cybervpn.application.subscription;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Purchase;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.model.Worth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Buyers, orders and subscriptions that are nobody else's, so that tests may share a database. */
public final class Purchases {
    /** Whole seconds, since databases keep no nanoseconds. */
    public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    public static final Entitlement LIMITED =
            new Entitlement(
                    Limit.of(100_000_000_000L),
                    TrafficReset.MONTH,
                    Limit.of(3),
                    List.of("Basic", "Default-Squad"));
    public static final Entitlement UNLIMITED =
            new Entitlement(
                    Limit.unlimited(), TrafficReset.NO_RESET, Limit.unlimited(), List.of("Cyber"));

    private static final AtomicLong COUNT = new AtomicLong();

    private Purchases() {}

    public static AccountId buyer() {
        return new AccountId(UUID.randomUUID());
    }

    /** Later ones sort after earlier ones, as the shop's own ids do. */
    public static SubscriptionId subscriptionId() {
        long random = UUID.randomUUID().getLeastSignificantBits();
        return new SubscriptionId(new UUID(COUNT.incrementAndGet(), random));
    }

    public static Purchase purchase(int days, Instant paidAt) {
        return purchase(days, paidAt, LIMITED);
    }

    public static Purchase purchase(int days, Instant paidAt, Entitlement entitlement) {
        return new Purchase(
                new OrderId(UUID.randomUUID()),
                new PlanId(UUID.randomUUID()),
                Map.of("en", "Pro", "ru", "Про \"плюс\""),
                Worth.of(days, new Money(19_900, Asset.RUB)),
                entitlement,
                paidAt);
    }

    /** Opened for thirty days at {@link #NOON}. */
    public static Extended opened(AccountId buyer) {
        return Subscription.open(subscriptionId(), buyer, purchase(30, NOON), NOON);
    }

    public static OrderPaid orderPaid(AccountId buyer, Instant paidAt) {
        return orderPaid(buyer, Optional.empty(), paidAt);
    }

    public static OrderPaid orderPaid(
            AccountId buyer, Optional<SubscriptionId> renews, Instant paidAt) {
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                buyer,
                new PlanId(UUID.randomUUID()),
                Map.of("en", "Pro"),
                30,
                LIMITED,
                renews.map(SubscriptionId::value),
                new Money(19_900, Asset.RUB),
                paidAt,
                paidAt.plusSeconds(1));
    }
}
