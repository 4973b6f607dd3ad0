package io.cybervpn.infrastructure.billing.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.OrderRequest;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.RateArrays;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sales_order")
class OrderRow {
    @Id UUID id;

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(name = "request_key", updatable = false)
    String requestKey;

    String status;

    @Column(name = "payment_method", updatable = false)
    String paymentMethod;

    @Column(name = "use_wallet", updatable = false)
    boolean useWallet;

    @Column(updatable = false)
    @Nullable UUID renews;

    @Column(name = "change_mode", updatable = false)
    @Nullable String changeMode;

    @Column(name = "change_assets", updatable = false)
    String @Nullable [] changeAssets;

    @Column(name = "change_minor", updatable = false)
    Long @Nullable [] changeMinor;

    @Column(name = "add_on_id", updatable = false)
    @Nullable UUID addOnId;

    @Column(name = "add_on_kind", updatable = false)
    @Nullable String addOnKind;

    @Column(name = "add_on_amount", updatable = false)
    @Nullable Long addOnAmount;

    @Column(name = "plan_id", updatable = false)
    UUID planId;

    @Column(name = "plan_code", updatable = false)
    String planCode;

    @Column(updatable = false)
    String tier;

    @Column(name = "plan_name", updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> planName;

    @Column(name = "term_days", updatable = false)
    int termDays;

    @Column(updatable = false)
    String asset;

    @Column(name = "price_minor", updatable = false)
    long priceMinor;

    @Column(name = "total_minor", updatable = false)
    long totalMinor;

    @Column(name = "traffic_limit_bytes", updatable = false)
    @Nullable Long trafficLimitBytes;

    @Column(name = "traffic_reset", updatable = false)
    String trafficReset;

    @Column(name = "device_limit", updatable = false)
    @Nullable Long deviceLimit;

    @Column(name = "server_groups", updatable = false)
    String[] serverGroups;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Map<String, Object> resources;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Column(name = "payment_id")
    @Nullable UUID paymentId;

    @Column(name = "paid_at")
    @Nullable Instant paidAt;

    /** What may change. */
    void fill(Order order) {
        switch (order) {
            case Order.AwaitingPayment _ -> status = "awaiting_payment";
            case Order.Expired _ -> status = "expired";
            case Order.Cancelled _ -> status = "cancelled";
            case Order.Paid(_, var payment, var at) -> {
                status = "paid";
                paymentId = payment.value();
                paidAt = at;
            }
        }
    }

    Order toState() {
        return switch (status) {
            case "awaiting_payment" -> new Order.AwaitingPayment(details());
            case "expired" -> new Order.Expired(details());
            case "cancelled" -> new Order.Cancelled(details());
            case "paid" -> new Order.Paid(details(), new PaymentId(paymentId), paidAt);
            default -> throw new IllegalStateException("order " + id + " is " + status);
        };
    }

    private OrderDetails details() {
        return new OrderDetails(
                new OrderId(id), request(), offer(), money(totalMinor), createdAt, expiresAt);
    }

    private OrderRequest request() {
        return new OrderRequest(
                new AccountId(accountId), requestKey, purpose(), paymentMethod, useWallet);
    }

    private Purpose purpose() {
        return addOnId == null || renews == null ? purposeOfPlan() : addOn(renews, addOnId);
    }

    private Purpose addOn(UUID subscription, UUID id) {
        return new Purpose.AddOn(
                subscription,
                new AddOnId(id),
                new Boost(Boost.Kind.find(addOnKind).orElseThrow(), addOnAmount));
    }

    private Purpose purposeOfPlan() {
        return changeMode == null || renews == null
                ? Purpose.of(Optional.ofNullable(renews))
                : planChange(renews, PlanChangeMode.find(changeMode).orElseThrow());
    }

    /** The total is the difference and, if it is added, the term. */
    private Purpose planChange(UUID subscription, PlanChangeMode mode) {
        long term = mode == PlanChangeMode.ADD_TERM ? priceMinor : 0;
        Rates rates = RateArrays.rates(termDays, changeAssets, changeMinor);
        return new Purpose.PlanChange(subscription, mode, money(totalMinor - term), rates);
    }

    private Offer offer() {
        return new Offer(
                new PlanId(planId),
                planCode,
                tier,
                planName,
                termDays,
                money(priceMinor),
                new Entitlement(
                        limit(trafficLimitBytes),
                        TrafficReset.find(trafficReset).orElseThrow(),
                        limit(deviceLimit),
                        List.of(serverGroups),
                        ResourceColumn.read(resources)));
    }

    private Money money(long minorUnits) {
        return new Money(minorUnits, Asset.of(asset));
    }

    private static Limit limit(@Nullable Long amount) {
        return Optional.ofNullable(amount).map(Limit::of).orElseGet(Limit::unlimited);
    }
}
