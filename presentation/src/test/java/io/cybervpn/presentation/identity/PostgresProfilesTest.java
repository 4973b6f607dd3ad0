package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.ProfilesContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Profiles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresProfilesTest extends ProfilesContract {
    @Inject Accounts accounts;
    @Inject Profiles profiles;
    @Inject UnitOfWork unitOfWork;

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
