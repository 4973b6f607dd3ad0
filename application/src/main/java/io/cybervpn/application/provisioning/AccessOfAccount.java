package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Access goes with its subscription; only whose it is has to be noted here. */
@Singleton
public final class AccessOfAccount implements AccountFollower {
    private final Accesses accesses;

    @Inject
    AccessOfAccount(Accesses accesses) {
        this.accesses = accesses;
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return accesses.reown(from, into);
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return Uni.createFrom().item(List.of());
    }
}
