package io.cybervpn.infrastructure.renewal.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.subscription.SubscriptionId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "renewal_cycle")
class CycleRow {
    /** What statements of our own read of a row. A star would read what a newer version added. */
    static final String COLUMNS =
            """
            id, subscription_id, period_end, account_id, state, order_id, charge_by,
            term_days, asset, agreed_minor, reason, attempts, told_up_to, tried_up_to,
            next_at, closed_at, grace_days""";

    @Id UUID id;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    @Column(name = "period_end")
    Instant periodEnd;

    @Column(name = "account_id")
    UUID accountId;

    String state;

    @Column(name = "order_id")
    @Nullable UUID orderId;

    @Embedded @Nullable TermsColumns terms;

    @Nullable String reason;

    int attempts;

    @Column(name = "told_up_to")
    Instant toldUpTo;

    @Column(name = "tried_up_to")
    Instant triedUpTo;

    @Column(name = "next_at")
    @Nullable Instant nextAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Column(name = "grace_days")
    int graceDays;

    void fill(Cycle cycle) {
        accountId = cycle.account().value();
        attempts = cycle.attempts();
        toldUpTo = cycle.toldUpTo();
        triedUpTo = cycle.triedUpTo();
        nextAt = cycle.nextAt().orElse(null);
        graceDays = cycle.graceDays();
        closedAt = cycle.state() instanceof CycleState.Over over ? over.at() : null;
        fill(cycle.state());
    }

    private void fill(CycleState now) {
        state = nameOf(now);
        switch (now) {
            case CycleState.Charging(var order, var agreed) -> {
                orderId = order.value();
                terms = TermsColumns.of(agreed);
            }
            case CycleState.Failed(var why) -> reason = why;
            case CycleState.Paid(var order, _) -> orderId = order.value();
            case CycleState.Planned _, CycleState.GivenUp _, CycleState.Cancelled _ -> {}
        }
    }

    static String nameOf(CycleState state) {
        return switch (state) {
            case CycleState.Planned _ -> "planned";
            case CycleState.Charging _ -> "charging";
            case CycleState.Failed _ -> "failed";
            case CycleState.Paid _ -> "paid";
            case CycleState.GivenUp _ -> "given_up";
            case CycleState.Cancelled _ -> "cancelled";
        };
    }

    Cycle toCycle() {
        return new Cycle(
                new CycleId(id),
                new PeriodKey(new SubscriptionId(subscriptionId), periodEnd),
                new AccountId(accountId),
                toState(),
                attempts,
                toldUpTo,
                triedUpTo,
                Optional.ofNullable(nextAt),
                graceDays);
    }

    private CycleState toState() {
        return switch (state) {
            case "planned" -> new CycleState.Planned();
            case "charging" ->
                    new CycleState.Charging(order(), Objects.requireNonNull(terms).toTerms());
            case "failed" -> new CycleState.Failed(Objects.requireNonNull(reason));
            case "paid" -> new CycleState.Paid(order(), Objects.requireNonNull(closedAt));
            case "given_up" -> new CycleState.GivenUp(Objects.requireNonNull(closedAt));
            case "cancelled" -> new CycleState.Cancelled(Objects.requireNonNull(closedAt));
            default -> throw new IllegalStateException("cycle " + id + " is " + state);
        };
    }

    private OrderId order() {
        return new OrderId(Objects.requireNonNull(orderId));
    }
}
