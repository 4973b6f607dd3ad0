package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscription with what was done with it, as the shop keeps both. */
final class ChangedLife {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final PlanId CHEAP = new PlanId(new UUID(3, 1));
    static final Entitlement ENTITLEMENT =
            new Entitlement(Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(3), List.of("Any"));

    Subscription now;
    Past past = new Past(List.of(), List.of());
    private int orders;
    private int changes;

    ChangedLife(Worth first) {
        Extended opened =
                Subscription.open(
                        new SubscriptionId(new UUID(1, 1)),
                        new AccountId(new UUID(2, 2)),
                        purchase(++orders, CHEAP, first, START),
                        START);
        now = opened.subscription();
        past = past.with(opened.extension());
    }

    ChangedLife extend(PlanId plan, Worth worth, Instant paidAt) {
        Extended more = now.extend(purchase(++orders, plan, worth, paidAt), past, paidAt);
        now = more.subscription();
        past = past.with(more.extension());
        return this;
    }

    Changed change(Tariff to, Instant at) {
        Changed changed =
                now.change(
                        new NewPlan(
                                new UUID(5, ++changes),
                                "key " + changes,
                                to.plan(),
                                to.nameI18n(),
                                to.entitlement(),
                                to.rates(),
                                false,
                                at),
                        past,
                        at);
        now = changed.subscription();
        past = past.with(changed.change());
        return changed;
    }

    ChangedLife giveBack(int order, Money amount, Money total) {
        List<Return> returns = new ArrayList<>(past.returns());
        returns.add(
                new Return(
                        new RefundId(UUID.randomUUID()),
                        new OrderId(new UUID(4, order)),
                        amount,
                        total,
                        false,
                        START));
        past = new Past(past.deeds(), returns);
        now = now.moveEnd(past.end().orElseThrow(), START).subscription();
        return this;
    }

    PlanChanges.Answer ask(Tariff to, Instant at) {
        return ask(to, Asset.RUB, at);
    }

    PlanChanges.Answer ask(Tariff to, Asset asset, Instant at) {
        return PlanChanges.quote(now, past, new PlanChanges.Wish(to, asset, false), at);
    }

    PlanChangeQuote quote(Tariff to, Instant at) {
        return ((PlanChanges.Answer.Quoted) ask(to, at)).quote();
    }

    /** The value left in minor units, exact, over all assets. */
    Fraction value(Instant at) {
        return Timeline.of(past).left(Fraction.at(at)).stream()
                .map(Lot::value)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Purchase purchase(int order, PlanId plan, Worth worth, Instant paidAt) {
        return new Purchase(
                new OrderId(new UUID(4, order)),
                plan,
                Map.of("en", "Any"),
                worth,
                ENTITLEMENT,
                paidAt);
    }
}
