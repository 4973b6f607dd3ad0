package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.PlanView;
import io.cybervpn.application.catalogue.TermView;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.presentation.shared.rest.Languages;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan on sale.
 *
 * @param tier {@code basic}, {@code pro}, {@code ultra} or {@code cyber}
 * @param name in the best language that there is for the caller
 * @param trafficLimitBytes null is unlimited
 * @param trafficReset when used traffic starts again from nothing
 * @param deviceLimit null is unlimited
 * @param resources for what is no VPN; null for a VPN
 */
@Schema(name = "Plan")
public record PlanJson(
        UUID id,
        String code,
        String tier,
        String name,
        String description,
        @Schema(nullable = true) @Nullable Long trafficLimitBytes,
        String trafficReset,
        @Schema(nullable = true) @Nullable Long deviceLimit,
        List<String> serverGroups,
        @Schema(nullable = true) @Nullable ResourcesJson resources,
        int sortOrder,
        List<TermJson> terms) {
    static PlanJson of(PlanView plan, List<TermView> terms, Languages languages) {
        Entitlement entitlement = plan.entitlement();
        return new PlanJson(
                plan.id().value(),
                plan.code(),
                plan.tier().code(),
                languages.pick(plan.nameI18n()),
                languages.pick(plan.descriptionI18n()),
                amount(entitlement.trafficBytes()),
                entitlement.reset().code(),
                amount(entitlement.devices()),
                entitlement.serverGroups(),
                ResourcesJson.of(entitlement.resources()),
                plan.sortOrder(),
                terms.stream().map(TermJson::of).toList());
    }

    static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited _ -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
