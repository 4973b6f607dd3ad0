package io.cybervpn.domain.renewal;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;

/** For whom a policy holds; a customer's own goes before that of his plan. */
public sealed interface Scope {
    /** All others. */
    record Everybody() implements Scope {}

    /** All subscriptions of a plan. */
    record OfPlan(PlanId plan) implements Scope {}

    /** All subscriptions of a customer. */
    record OfCustomer(AccountId account) implements Scope {}

    /** Its name in rows and the audit trail. */
    default String code() {
        return switch (this) {
            case Everybody _ -> "default";
            case OfPlan(var plan) -> "plan " + plan.value();
            case OfCustomer(var account) -> "customer " + account.value();
        };
    }
}
