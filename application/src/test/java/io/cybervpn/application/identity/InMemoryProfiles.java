package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Profile;
import io.cybervpn.domain.identity.repository.Profiles;
import io.smallrye.mutiny.Uni;

/** Profiles in memory. */
public final class InMemoryProfiles implements Profiles {
    private final InMemoryTable<AccountId, Profile> rows;

    public InMemoryProfiles(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Profile> of(AccountId account) {
        return Uni.createFrom().item(() -> rows.get(account).orElse(Profile.empty(account)));
    }

    @Override
    public Uni<Void> put(Profile profile) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(profile.account(), profile));
    }
}
