package io.cybervpn.infrastructure.provisioning.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code access}; what its columns mean stands in the migration. */
@Entity
@Table(name = "access")
class AccessRow {
    /** What statements of our own read of a row. A star would read what a newer version added. */
    static final String COLUMNS =
            """
            id, account_id, panel_id, seen_panel_id, username, enabled, expire_at,
            remove_at, traffic_limit_bytes, traffic_reset, device_limit, server_groups,
            resources, generation, applied_generation, status, panel_ref, short_uuid,
            subscription_url, used_traffic_bytes, lifetime_traffic_bytes, traffic_reset_at,
            attempts, next_attempt_at, lease_until, busy_since, last_error, seen_at,
            created_at, updated_at""";

    @Id UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "panel_id")
    UUID panelId;

    @Column(name = "seen_panel_id")
    @Nullable UUID seenPanelId;

    String username;
    boolean enabled;

    @Column(name = "expire_at")
    Instant expireAt;

    @Column(name = "remove_at")
    @Nullable Instant removeAt;

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

    long generation;

    @Column(name = "applied_generation")
    long appliedGeneration;

    String status;

    @Column(name = "panel_ref")
    @Nullable String panelRef;

    @Column(name = "short_uuid")
    @Nullable String shortUuid;

    @Column(name = "subscription_url")
    @Nullable String subscriptionUrl;

    @Column(name = "used_traffic_bytes")
    @Nullable Long usedTrafficBytes;

    @Column(name = "lifetime_traffic_bytes")
    @Nullable Long lifetimeTrafficBytes;

    @Column(name = "traffic_reset_at")
    @Nullable Instant trafficResetAt;

    int attempts;

    @Column(name = "next_attempt_at")
    @Nullable Instant nextAttemptAt;

    @Column(name = "lease_until")
    @Nullable Instant leaseUntil;

    @Column(name = "busy_since")
    @Nullable Instant busySince;

    @Column(name = "last_error")
    @Nullable String lastError;

    @Column(name = "seen_at")
    @Nullable Instant seenAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}
