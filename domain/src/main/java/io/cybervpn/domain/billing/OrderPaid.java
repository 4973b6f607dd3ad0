package io.cybervpn.domain.billing;

import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The buyer's money became ours: what was bought is owed. Told once per order; carries the offer as
 * it stood when the order was placed, so that later edits of the plan change nothing.
 *
 * @param planNameI18n the plan's name by language tag
 * @param termDays whole days of 24 h, one or more
 * @param renews the subscription to extend; empty for a new one
 * @param total what was paid for the order, without any overpayment
 * @param paidAt when the provider took the money, not when we heard of it
 * @param change what the plan costs when {@code renews} is to be changed to it, and {@code total}
 *     buys time at these prices; empty, also in events of before there were changes, when the order
 *     gives {@code termDays}
 * @param boost what is added to what the subscription {@code renews} grants, for {@code termDays}
 *     from the payment on, instead of time of it; empty, also in events of before there were
 *     add-ons, when the order is for no add-on
 */
public record OrderPaid(
        OrderId order,
        AccountId account,
        PlanId plan,
        Map<String, String> planNameI18n,
        int termDays,
        Entitlement entitlement,
        Optional<UUID> renews,
        Money total,
        Instant paidAt,
        Instant at,
        Optional<Rates> change,
        Optional<Boost> boost)
        implements DomainEvent {
    /** Copies the names. */
    public OrderPaid {
        planNameI18n = Map.copyOf(planNameI18n);
    }

    /** Of an order that changes a plan. */
    public OrderPaid(
            OrderId order,
            AccountId account,
            PlanId plan,
            Map<String, String> planNameI18n,
            int termDays,
            Entitlement entitlement,
            Optional<UUID> renews,
            Money total,
            Instant paidAt,
            Instant at,
            Optional<Rates> change) {
        this(
                order,
                account,
                plan,
                planNameI18n,
                termDays,
                entitlement,
                renews,
                total,
                paidAt,
                at,
                change,
                Optional.empty());
    }

    /** Of an order that gives the days of its term. */
    public OrderPaid(
            OrderId order,
            AccountId account,
            PlanId plan,
            Map<String, String> planNameI18n,
            int termDays,
            Entitlement entitlement,
            Optional<UUID> renews,
            Money total,
            Instant paidAt,
            Instant at) {
        this(
                order,
                account,
                plan,
                planNameI18n,
                termDays,
                entitlement,
                renews,
                total,
                paidAt,
                at,
                Optional.empty(),
                Optional.empty());
    }
}
