package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "subscription")
class SubscriptionRow {
    /** What statements of our own read of a row. A star would read what a newer version added. */
    static final String COLUMNS =
            """
            id, account_id, status, plan_id, plan_name, traffic_limit_bytes, traffic_reset,
            device_limit, server_groups, resources, started_at, expire_at, held_since,
            resume_by, time_runs, version""";

    @Id UUID id;

    @Column(name = "account_id")
    UUID accountId;

    String status;

    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "plan_name")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> planName;

    @Column(name = "traffic_limit_bytes")
    @Nullable Long trafficLimitBytes;

    @Column(name = "traffic_reset")
    String trafficReset;

    @Column(name = "device_limit")
    @Nullable Long deviceLimit;

    @Column(name = "server_groups")
    String[] serverGroups;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Map<String, Object> resources;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "expire_at")
    Instant expireAt;

    @Column(name = "held_since")
    @Nullable Instant heldSince;

    @Column(name = "resume_by")
    @Nullable Instant resumeBy;

    @Column(name = "time_runs")
    @Nullable Boolean timeRuns;

    /** Counts what was stored; see the view of staff. */
    long version;

    static SubscriptionRow of(Subscription subscription) {
        SubscriptionRow row = new SubscriptionRow();
        row.id = subscription.service().id().value();
        row.fill(subscription);
        return row;
    }

    void fill(Subscription subscription) {
        Service service = subscription.service();
        Entitlement entitlement = service.entitlement();
        status = subscription.status().code();
        accountId = service.account().value();
        planId = service.plan().value();
        planName = service.planNameI18n();
        trafficLimitBytes = amount(entitlement.trafficBytes());
        trafficReset = entitlement.reset().code();
        deviceLimit = amount(entitlement.devices());
        serverGroups = entitlement.serverGroups().toArray(String[]::new);
        resources = ResourceColumn.map(entitlement.resources());
        startedAt = service.startedAt();
        expireAt = subscription.expireAt();
        hold(subscription);
        version++;
    }

    private void hold(Subscription subscription) {
        heldSince = null;
        resumeBy = null;
        timeRuns = null;
        switch (subscription) {
            case Subscription.Paused held -> {
                heldSince = held.since();
                resumeBy = held.resumeBy();
            }
            case Subscription.Suspended held -> {
                heldSince = held.since();
                timeRuns = held.timeRuns();
            }
            case Subscription.Active _, Subscription.Expired _, Subscription.Terminated _ -> {}
        }
    }

    Subscription toState() {
        return switch (status) {
            case "active" -> new Subscription.Active(service(), expireAt);
            case "expired" -> new Subscription.Expired(service(), expireAt);
            case "paused" ->
                    new Subscription.Paused(
                            service(),
                            expireAt,
                            Objects.requireNonNull(heldSince),
                            Objects.requireNonNull(resumeBy));
            case "suspended" ->
                    new Subscription.Suspended(
                            service(),
                            expireAt,
                            Objects.requireNonNull(heldSince),
                            Objects.requireNonNull(timeRuns));
            case "terminated" -> new Subscription.Terminated(service(), expireAt);
            default -> throw new IllegalStateException("subscription " + id + " is " + status);
        };
    }

    private Service service() {
        return new Service(
                new SubscriptionId(id),
                new AccountId(accountId),
                new PlanId(planId),
                planName,
                new Entitlement(
                        limit(trafficLimitBytes),
                        TrafficReset.find(trafficReset).orElseThrow(),
                        limit(deviceLimit),
                        List.of(serverGroups),
                        ResourceColumn.read(resources)),
                startedAt);
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited _ -> null;
            case Limit.Of(var amount) -> amount;
        };
    }

    private static Limit limit(@Nullable Long amount) {
        return Optional.ofNullable(amount).map(Limit::of).orElseGet(Limit::unlimited);
    }
}
