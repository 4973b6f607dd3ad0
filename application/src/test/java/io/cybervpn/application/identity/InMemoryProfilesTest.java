package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Profiles;

class InMemoryProfilesTest extends ProfilesContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccounts accounts = new InMemoryAccounts(unitOfWork);
    private final InMemoryProfiles profiles = new InMemoryProfiles(unitOfWork);

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected Profiles profiles() {
        return profiles;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
