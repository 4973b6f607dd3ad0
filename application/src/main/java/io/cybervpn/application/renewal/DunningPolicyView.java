package io.cybervpn.application.renewal;

import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.ScopedPolicy;

/**
 * A policy as staff see it.
 *
 * @param version to give back with an edit; 0: nobody ever made one
 */
public record DunningPolicyView(Scope scope, DunningDays days, long version) {
    static DunningPolicyView of(ScopedPolicy stored) {
        return new DunningPolicyView(
                stored.scope(), DunningDays.of(stored.policy()), stored.version());
    }
}
