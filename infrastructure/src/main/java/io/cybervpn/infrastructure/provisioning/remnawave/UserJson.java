package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user as every version of the panel shows it; the keys are not read.
 *
 * @param uuid on 2.x
 * @param id on 2.3 and later
 * @param trafficLimitBytes 0 for no limit
 * @param hwidDeviceLimit 0 for no limit, null for the panel's fallback
 * @param userTraffic on 2.3 and later
 * @param usedTrafficBytes before 2.3
 * @param lifetimeUsedTrafficBytes before 2.3
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record UserJson(
        @Nullable String uuid,
        @Nullable Long id,
        String shortUuid,
        String username,
        String status,
        long trafficLimitBytes,
        String trafficLimitStrategy,
        Instant expireAt,
        @Nullable Long hwidDeviceLimit,
        String subscriptionUrl,
        @Nullable List<Squad> activeInternalSquads,
        @Nullable Traffic userTraffic,
        @Nullable Long usedTrafficBytes,
        @Nullable Long lifetimeUsedTrafficBytes,
        @Nullable Instant lastTrafficResetAt,
        @Nullable Long telegramId,
        @Nullable String email,
        @Nullable Instant createdAt) {
    static final String ACTIVE = "ACTIVE";
    static final String DISABLED = "DISABLED";
    static final String EXPIRED = "EXPIRED";

    /** A squad by its name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Squad(String uuid, String name) {}

    /** Traffic since the last reset, and in all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Traffic(long usedTrafficBytes, @Nullable Long lifetimeUsedTrafficBytes) {}

    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(UserJson response) {}

    boolean isExpired() {
        return EXPIRED.equals(status);
    }

    PanelUser user(PanelId panel) {
        String ref = uuid != null ? uuid : String.valueOf(Objects.requireNonNull(id));
        return new PanelUser(
                panel,
                ref,
                shortUuid,
                subscriptionUrl,
                used(),
                lifetime(),
                Optional.ofNullable(lastTrafficResetAt));
    }

    PanelState state() {
        return new PanelState(
                DISABLED.equals(status),
                expireAt,
                limit(trafficLimitBytes),
                TrafficReset.find(trafficLimitStrategy.toLowerCase(Locale.ROOT)),
                Optional.ofNullable(hwidDeviceLimit).map(UserJson::limit),
                squads().stream().map(Squad::name).collect(Collectors.toSet()));
    }

    /** One who is not ours. */
    Stranger stranger() {
        return new Stranger(
                username,
                state(),
                used(),
                Optional.ofNullable(telegramId),
                Optional.ofNullable(email),
                Optional.ofNullable(createdAt));
    }

    private List<Squad> squads() {
        return Objects.requireNonNullElse(activeInternalSquads, List.of());
    }

    private long used() {
        if (userTraffic != null) {
            return userTraffic.usedTrafficBytes();
        }
        return Objects.requireNonNullElse(usedTrafficBytes, 0L);
    }

    private Optional<Long> lifetime() {
        return Optional.ofNullable(
                userTraffic != null
                        ? userTraffic.lifetimeUsedTrafficBytes()
                        : lifetimeUsedTrafficBytes);
    }

    /** The panel says no limit as 0. */
    private static Limit limit(long amount) {
        return amount == 0 ? Limit.unlimited() : Limit.of(amount);
    }

    /** Leaves the link out. */
    @Override
    public String toString() {
        return "UserJson[username=" + username + ", status=" + status + "]";
    }
}
