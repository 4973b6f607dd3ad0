package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Of who is forgotten nothing is renewed and nothing is told any more. What was agreed to stays, as
 * the orders do that it explains. A policy of his own does not go with him.
 */
@Singleton
public final class RenewalsOfAccount implements AccountFollower {
    private final AutoRenewals renewals;
    private final Cycles cycles;
    private final DunningPolicies policies;
    private final Clock clock;

    @Inject
    RenewalsOfAccount(AutoRenewals renewals, Cycles cycles, DunningPolicies policies, Clock clock) {
        this.renewals = renewals;
        this.cycles = cycles;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public int rank() {
        return 35;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        Instant now = clock.instant();
        return renewals.switchOffAllOf(gone, now)
                .chain(() -> cycles.cancelAllOf(gone, now))
                .chain(() -> policies.forget(gone));
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return renewals.reown(from, into)
                .chain(() -> cycles.reown(from, into))
                .chain(() -> policies.forget(from));
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return Uni.createFrom().item(List.of());
    }
}
