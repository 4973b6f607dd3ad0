package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.AccountsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresAccountsTest extends AccountsContract {
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
