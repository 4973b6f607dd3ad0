package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.PlanDraft;
import io.cybervpn.application.catalogue.PlanView;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan as staff want it. What is missing is said by the answer, all at once.
 *
 * @param nameI18n by language tag; {@code en} is needed
 * @param trafficLimitBytes null is unlimited; zero is refused
 * @param trafficReset {@code no_reset} when missing
 * @param deviceLimit null is unlimited
 * @param serverGroups names of the panel's internal squads
 * @param resources for what is no VPN; null for a VPN
 * @param active true when missing
 * @param sortOrder 0 when missing
 */
@Schema(
        name = "PlanInput",
        requiredProperties = {
            "productId",
            "code",
            "tier",
            "nameI18n",
            "descriptionI18n",
            "serverGroups",
            "terms"
        })
public record PlanInputJson(
        @Nullable UUID productId,
        @Nullable String code,
        @Nullable String tier,
        @Nullable Map<String, @Nullable String> nameI18n,
        @Nullable Map<String, @Nullable String> descriptionI18n,
        @Schema(nullable = true) @Nullable Long trafficLimitBytes,
        @Nullable String trafficReset,
        @Schema(nullable = true) @Nullable Long deviceLimit,
        @Nullable List<@Nullable String> serverGroups,
        @Schema(nullable = true) @Nullable ResourcesJson resources,
        @Nullable List<@Nullable TermInputJson> terms,
        @Nullable Boolean active,
        @Nullable Integer sortOrder) {

    /** A term as staff want it. */
    @Schema(
            name = "TermInput",
            requiredProperties = {"days", "prices"})
    public record TermInputJson(
            @Nullable Integer days, @Nullable List<@Nullable PriceInputJson> prices) {
        PlanDraft.TermDraft toDraft() {
            return new PlanDraft.TermDraft(
                    days == null ? 0 : days,
                    Given.list(prices, new PriceInputJson(null, null)).stream()
                            .map(PriceInputJson::toDraft)
                            .toList());
        }
    }

    /** A price as staff want it. */
    @Schema(
            name = "PriceInput",
            requiredProperties = {"amount", "currency"})
    public record PriceInputJson(@Nullable String amount, @Nullable String currency) {
        PlanDraft.PriceDraft toDraft() {
            return new PlanDraft.PriceDraft(Given.text(amount), Given.text(currency));
        }
    }

    static PlanInputJson of(PlanView plan) {
        return new PlanInputJson(
                plan.product().value(),
                plan.code(),
                plan.tier().code(),
                Map.copyOf(plan.nameI18n()),
                Map.copyOf(plan.descriptionI18n()),
                PlanJson.amount(plan.entitlement().trafficBytes()),
                plan.entitlement().reset().code(),
                PlanJson.amount(plan.entitlement().devices()),
                List.copyOf(plan.entitlement().serverGroups()),
                ResourcesJson.of(plan.entitlement().resources()),
                List.copyOf(
                        plan.terms().stream().map(TermJson::of).map(PlanInputJson::term).toList()),
                plan.active(),
                plan.sortOrder());
    }

    PlanDraft toDraft() {
        return new PlanDraft(
                Optional.ofNullable(productId).map(ProductId::new),
                Given.text(code),
                Given.text(tier),
                Given.texts(nameI18n),
                Given.texts(descriptionI18n),
                Optional.ofNullable(trafficLimitBytes),
                trafficReset == null ? "no_reset" : trafficReset,
                Optional.ofNullable(deviceLimit),
                Given.list(serverGroups, ""),
                Optional.ofNullable(resources).map(ResourcesJson::toDraft),
                Given.list(terms, new TermInputJson(null, null)).stream()
                        .map(TermInputJson::toDraft)
                        .toList(),
                active == null || active,
                sortOrder == null ? 0 : sortOrder);
    }

    private static TermInputJson term(TermJson term) {
        return new TermInputJson(
                term.days(),
                List.copyOf(term.prices().stream().map(PlanInputJson::price).toList()));
    }

    private static PriceInputJson price(MoneyJson money) {
        return new PriceInputJson(money.amount(), money.currency());
    }
}
