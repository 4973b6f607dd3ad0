package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.PanelPatch;
import io.cybervpn.domain.shared.Limit;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shall change of a panel; what is missing or null stays.
 *
 * @param url another one takes the panel's secrets away; the configured panel has none here
 * @param usersUnlimited true lifts usersMax
 * @param state active, draining or off
 * @param version the one that was seen
 */
@Schema(name = "PanelEdit")
public record PanelEditJson(
        @Schema(nullable = true) @Nullable String name,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable String region,
        @Schema(nullable = true) @Nullable Integer weight,
        @Min(1) @Schema(nullable = true) @Nullable Long usersMax,
        @Schema(nullable = true) @Nullable Boolean usersUnlimited,
        @Schema(nullable = true) @Nullable Map<String, String> groups,
        @Schema(nullable = true) @Nullable Integer callsPerSecond,
        @Schema(nullable = true) @Nullable String state,
        @NotNull @Min(1) Long version) {
    PanelPatch toPatch() {
        return new PanelPatch(
                Optional.ofNullable(name),
                Optional.ofNullable(url),
                Optional.ofNullable(region),
                Optional.ofNullable(weight),
                limit(),
                Optional.ofNullable(groups),
                Optional.ofNullable(callsPerSecond),
                Optional.ofNullable(state));
    }

    private Optional<Limit> limit() {
        return Boolean.TRUE.equals(usersUnlimited)
                ? Optional.of(Limit.unlimited())
                : Optional.ofNullable(usersMax).map(Limit::of);
    }
}
