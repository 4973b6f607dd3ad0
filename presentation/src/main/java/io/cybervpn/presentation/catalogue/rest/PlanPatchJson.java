package io.cybervpn.presentation.catalogue.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an edit of a plan, for the description of the API: a JSON merge patch.
 *
 * @param version the one that the editor saw; 412 when it is not the newest
 * @param trafficLimitBytes null makes it unlimited; leave it out to keep it
 * @param resources for what is no VPN; null makes it a VPN
 * @param terms replaces all of them
 */
@Schema(
        name = "PlanPatch",
        requiredProperties = {"version"})
public record PlanPatchJson(
        long version,
        @Nullable UUID productId,
        @Nullable String code,
        @Nullable String tier,
        @Nullable Map<String, @Nullable String> nameI18n,
        @Nullable Map<String, @Nullable String> descriptionI18n,
        @Schema(nullable = true) @Nullable Long trafficLimitBytes,
        @Nullable String trafficReset,
        @Schema(nullable = true) @Nullable Long deviceLimit,
        @Nullable List<String> serverGroups,
        @Schema(nullable = true) @Nullable ResourcesJson resources,
        @Nullable List<PlanInputJson.TermInputJson> terms,
        @Nullable Boolean active,
        @Nullable Integer sortOrder) {}
