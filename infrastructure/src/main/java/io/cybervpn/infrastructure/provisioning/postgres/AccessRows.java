package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.provisioning.model.PanelWork;
import io.cybervpn.domain.provisioning.model.Setback;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Row to state and state to row. */
final class AccessRows {
    static final String PENDING = "pending";
    static final String READY = "ready";
    static final String PARKED = "parked";
    static final String REMOVED = "removed";

    private AccessRows() {}

    static Access access(AccessRow row) {
        if (row.status.equals(PARKED)) {
            return new Access.Parked(desire(row), sight(row), row.attempts, error(row));
        }
        if (row.status.equals(REMOVED)) {
            return new Access.Removed(desire(row), row.updatedAt);
        }
        if (row.attempts > 0) {
            Setback setback = new Setback(row.attempts, error(row), due(row));
            return new Access.Failing(desire(row), sight(row), setback);
        }
        if (row.busySince != null) {
            PanelWork work = new PanelWork(error(row), row.busySince, due(row));
            return new Access.Waiting(desire(row), sight(row), work);
        }
        return row.status.equals(READY)
                ? new Access.Ready(desire(row), seen(row))
                : new Access.Pending(desire(row), sight(row), due(row));
    }

    static AccessRow row(Access.Pending access, Instant now) {
        AccessRow row = new AccessRow();
        row.id = access.desire().id().value();
        row.accountId = access.desire().account().value();
        row.username = PanelUsername.of(access.desire().id()).text();
        row.createdAt = now;
        write(access, row, now);
        return row;
    }

    /** Writes all but the lease. The due time of a ready row stays: it is a hint's. */
    static void write(Access access, AccessRow row, Instant now) {
        writeWish(access.desire(), row);
        writeSight(access.sight(), row);
        row.attempts = access.attempts();
        row.busySince = null;
        row.updatedAt = now;
        switch (access) {
            case Access.Pending pending -> writeQueue(row, PENDING, pending.dueAt(), null);
            case Access.Ready _ -> writeQueue(row, READY, row.nextAttemptAt, null);
            case Access.Failing(_, _, var setback) ->
                    writeQueue(row, applied(access), setback.retryAt(), setback.error());
            case Access.Waiting(_, _, var work) -> {
                row.busySince = work.since();
                writeQueue(row, applied(access), work.askAt(), work.task());
            }
            case Access.Parked parked -> writeQueue(row, PARKED, null, parked.reason());
            case Access.Removed _ -> writeQueue(row, REMOVED, null, null);
        }
    }

    private static String applied(Access access) {
        return access.sight().generation() == access.desire().generation() ? READY : PENDING;
    }

    static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> null;
            case Limit.Of(var amount) -> amount;
        };
    }

    static Limit limit(@Nullable Long amount) {
        return amount == null ? Limit.unlimited() : Limit.of(amount);
    }

    static TrafficReset reset(String code) {
        return TrafficReset.find(code)
                .orElseThrow(() -> new IllegalStateException("stored traffic reset " + code));
    }

    private static void writeWish(Desire wish, AccessRow row) {
        Entitlement entitlement = wish.spec().entitlement();
        row.enabled = wish.spec().enabled();
        row.expireAt = wish.spec().expireAt();
        row.removeAt = wish.spec().removeAt().orElse(null);
        row.trafficLimitBytes = amount(entitlement.trafficBytes());
        row.trafficReset = entitlement.reset().code();
        row.deviceLimit = amount(entitlement.devices());
        row.serverGroups = entitlement.serverGroups().toArray(String[]::new);
        row.resources = ResourceColumn.map(entitlement.resources());
        row.generation = wish.generation();
        row.panelId = wish.panel().value();
    }

    private static void writeSight(Sight sight, AccessRow row) {
        row.appliedGeneration = sight.generation();
        if (sight instanceof Sight.Seen(var _, var user)) {
            row.seenPanelId = user.panel().value();
            row.panelRef = user.ref();
            row.shortUuid = user.shortUuid();
            row.subscriptionUrl = user.subscriptionUrl();
            row.usedTrafficBytes = user.usedTrafficBytes();
            row.lifetimeTrafficBytes = user.lifetimeTrafficBytes().orElse(null);
            row.trafficResetAt = user.trafficResetAt().orElse(null);
        }
    }

    private static void writeQueue(
            AccessRow row, String status, @Nullable Instant due, @Nullable String error) {
        row.status = status;
        row.nextAttemptAt = due;
        row.lastError = error;
    }

    private static Desire desire(AccessRow row) {
        Entitlement entitlement =
                new Entitlement(
                        limit(row.trafficLimitBytes),
                        reset(row.trafficReset),
                        limit(row.deviceLimit),
                        List.of(row.serverGroups),
                        ResourceColumn.read(row.resources));
        return new Desire(
                new AccessId(row.id),
                new AccountId(row.accountId),
                new PanelId(row.panelId),
                new AccessSpec(
                        row.enabled, row.expireAt, entitlement, Optional.ofNullable(row.removeAt)),
                row.generation);
    }

    private static Sight sight(AccessRow row) {
        return row.appliedGeneration == 0 ? new Sight.Never() : seen(row);
    }

    private static Sight.Seen seen(AccessRow row) {
        return new Sight.Seen(
                row.appliedGeneration,
                new PanelUser(
                        new PanelId(Objects.requireNonNullElse(row.seenPanelId, row.panelId)),
                        Objects.requireNonNull(row.panelRef),
                        Objects.requireNonNull(row.shortUuid),
                        Objects.requireNonNull(row.subscriptionUrl),
                        Objects.requireNonNull(row.usedTrafficBytes),
                        Optional.ofNullable(row.lifetimeTrafficBytes),
                        Optional.ofNullable(row.trafficResetAt)));
    }

    private static Instant due(AccessRow row) {
        return Stream.of(row.nextAttemptAt, row.leaseUntil)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(row.updatedAt);
    }

    private static String error(AccessRow row) {
        return Objects.requireNonNullElse(row.lastError, "");
    }
}
