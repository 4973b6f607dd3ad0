package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cybervpn.application.provisioning.port.PanelUsage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node's line in the statistics of a user; its days are not read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NodeUsageJson(String uuid, @Nullable String name, @Nullable String countryCode, long total) {
    /** The lines. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SeriesJson(List<NodeUsageJson> series) {}

    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(SeriesJson response) {}

    PanelUsage.NodeUsage usage() {
        return new PanelUsage.NodeUsage(
                uuid,
                Objects.requireNonNullElse(name, "?"),
                Objects.requireNonNullElse(countryCode, "XX"),
                total);
    }
}
