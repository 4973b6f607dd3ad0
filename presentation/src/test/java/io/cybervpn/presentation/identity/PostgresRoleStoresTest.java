package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.RoleStoresContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.Invitations;
import io.cybervpn.domain.identity.repository.Roles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresRoleStoresTest extends RoleStoresContract {
    @Inject Roles roles;
    @Inject Assignments assignments;
    @Inject Invitations invitations;
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Roles roles() {
        return roles;
    }

    @Override
    protected Assignments assignments() {
        return assignments;
    }

    @Override
    protected Invitations invitations() {
        return invitations;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
