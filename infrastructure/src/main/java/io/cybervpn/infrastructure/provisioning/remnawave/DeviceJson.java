package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cybervpn.application.provisioning.port.PanelDevices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A device as both versions of the panel show it; its address is not read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DeviceJson(
        String hwid,
        @Nullable String platform,
        @Nullable String osVersion,
        @Nullable String deviceModel,
        @Nullable String userAgent,
        Instant createdAt,
        Instant updatedAt) {
    private static final int TEXT_LENGTH_MAX = 100;

    /** The devices of one user. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ListJson(List<DeviceJson> devices) {}

    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(ListJson response) {}

    PanelDevices.Device device() {
        return new PanelDevices.Device(
                hwid,
                text(platform),
                text(osVersion),
                text(deviceModel),
                text(userAgent),
                createdAt,
                updatedAt.isBefore(createdAt) ? createdAt : updatedAt);
    }

    /** What an app says of itself may be anything. */
    private static Optional<String> text(@Nullable String said) {
        return Optional.ofNullable(said)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX)));
    }

    /** Leaves the hardware id out. */
    @Override
    public String toString() {
        return "DeviceJson[platform=" + platform + "]";
    }
}
