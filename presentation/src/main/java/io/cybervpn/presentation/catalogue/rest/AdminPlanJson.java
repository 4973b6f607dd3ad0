package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.PlanView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan as staff see it.
 *
 * @param nameI18n by language tag
 * @param trafficLimitBytes null is unlimited
 * @param deviceLimit null is unlimited
 * @param resources for what is no VPN; null for a VPN
 * @param active the plan's own switch
 * @param onSale whether customers see it: its switch and its product's are both on
 * @param version to be sent with an edit
 */
@Schema(name = "AdminPlan")
public record AdminPlanJson(
        UUID id,
        UUID productId,
        String code,
        String tier,
        Map<String, String> nameI18n,
        Map<String, String> descriptionI18n,
        @Schema(nullable = true) @Nullable Long trafficLimitBytes,
        String trafficReset,
        @Schema(nullable = true) @Nullable Long deviceLimit,
        List<String> serverGroups,
        @Schema(nullable = true) @Nullable ResourcesJson resources,
        List<TermJson> terms,
        boolean active,
        boolean onSale,
        int sortOrder,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static AdminPlanJson of(PlanView plan) {
        return new AdminPlanJson(
                plan.id().value(),
                plan.product().value(),
                plan.code(),
                plan.tier().code(),
                plan.nameI18n(),
                plan.descriptionI18n(),
                PlanJson.amount(plan.entitlement().trafficBytes()),
                plan.entitlement().reset().code(),
                PlanJson.amount(plan.entitlement().devices()),
                plan.entitlement().serverGroups(),
                ResourcesJson.of(plan.entitlement().resources()),
                plan.terms().stream().map(TermJson::of).toList(),
                plan.active(),
                plan.onSale(),
                plan.sortOrder(),
                plan.version(),
                plan.createdAt(),
                plan.updatedAt());
    }
}
