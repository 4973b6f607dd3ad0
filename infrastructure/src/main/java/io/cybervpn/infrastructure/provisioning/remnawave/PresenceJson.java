package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cybervpn.application.provisioning.port.PanelPresence.Presence;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Of a user, when he was online; nothing else of him is read.
 *
 * @param userTraffic on 2.3 and later
 * @param onlineAt before 2.3
 * @param firstConnectedAt before 2.3
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PresenceJson(
        @Nullable TrafficJson userTraffic,
        @Nullable Instant onlineAt,
        @Nullable Instant firstConnectedAt) {

    /** Where later versions say it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TrafficJson(
            @Nullable Instant onlineAt,
            @Nullable Instant firstConnectedAt,
            @Nullable String lastConnectedNodeUuid) {}

    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(PresenceJson response) {}

    Presence presence() {
        return userTraffic == null
                ? new Presence(
                        Optional.ofNullable(onlineAt),
                        Optional.ofNullable(firstConnectedAt),
                        Optional.empty())
                : new Presence(
                        Optional.ofNullable(userTraffic.onlineAt()),
                        Optional.ofNullable(userTraffic.firstConnectedAt()),
                        Optional.ofNullable(userTraffic.lastConnectedNodeUuid()));
    }
}
