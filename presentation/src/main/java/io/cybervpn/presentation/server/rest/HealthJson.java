package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.CheckHealth;
import io.cybervpn.application.server.port.PartsHealth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of the shop are.
 *
 * @param state up, degraded or down
 */
@Schema(name = "PartsHealth")
public record HealthJson(String state, List<PartJson> parts) {

    /**
     * A part.
     *
     * @param kind database, valkey, queue, panel or provider
     * @param state up, degraded, down or unknown
     * @param millis how long it took to answer; null for one that was not asked just now
     */
    @Schema(name = "PartHealth")
    public record PartJson(
            String kind,
            String name,
            String state,
            String detail,
            @Schema(nullable = true) @Nullable Long millis) {
        private static PartJson of(PartsHealth.Part part) {
            return new PartJson(
                    part.kind(),
                    part.name(),
                    part.state().code(),
                    part.detail(),
                    part.millis().orElse(null));
        }
    }

    static HealthJson of(CheckHealth.Result.Checked checked) {
        return new HealthJson(
                checked.whole().code(), checked.parts().stream().map(PartJson::of).toList());
    }
}
