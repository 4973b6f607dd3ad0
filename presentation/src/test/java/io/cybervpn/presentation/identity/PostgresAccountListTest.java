package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.AccountListContract;
import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresAccountListTest extends AccountListContract {
    @Inject AccountList list;
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected AccountList list() {
        return list;
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
