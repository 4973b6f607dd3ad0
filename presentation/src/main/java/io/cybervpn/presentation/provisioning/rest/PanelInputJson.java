package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.PanelDraft;
import io.cybervpn.domain.shared.Limit;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new panel. It begins as off: set its secrets, check it, then make it active.
 *
 * @param url https, or http inside a private network; none for a manual one
 * @param weight 1 to 1000; 100 if nothing is said
 * @param usersMax null for unlimited
 * @param groups see Panel; all groups if nothing is said
 * @param callsPerSecond 1 to 1000; 100 if nothing is said
 */
@Schema(name = "PanelInput")
public record PanelInputJson(
        @NotNull String name,
        @NotNull String kind,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable String region,
        @Schema(nullable = true) @Nullable Integer weight,
        @Min(1) @Schema(nullable = true) @Nullable Long usersMax,
        @Schema(nullable = true) @Nullable Map<String, String> groups,
        @Schema(nullable = true) @Nullable Integer callsPerSecond) {
    private static final int USUAL = 100;

    PanelDraft toDraft() {
        return new PanelDraft(
                name,
                Optional.ofNullable(url),
                Objects.requireNonNullElse(region, ""),
                Objects.requireNonNullElse(weight, USUAL),
                usersMax == null ? Limit.unlimited() : Limit.of(usersMax),
                Objects.requireNonNullElse(groups, Map.of()),
                Objects.requireNonNullElse(callsPerSecond, USUAL));
    }
}
