package io.cybervpn.domain.catalogue;

import java.util.Map;

/**
 * What a plan grants, as it was at the moment of asking, on sale or not. A snapshot: it does not
 * follow the plan.
 *
 * @param nameI18n the plan's name by language tag; {@code en} is always there
 */
public record PlanTerms(PlanId plan, Map<String, String> nameI18n, Entitlement entitlement) {
    /** Copies the names. */
    public PlanTerms {
        nameI18n = Map.copyOf(nameI18n);
    }
}
