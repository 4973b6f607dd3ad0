package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.AccountExportsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.cybervpn.domain.identity.repository.Accounts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresAccountExportsTest extends AccountExportsContract {
    @Inject Accounts accounts;
    @Inject AccountExports exports;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected AccountExports exports() {
        return exports;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
