package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.PasskeysContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresPasskeysTest extends PasskeysContract {
    @Inject Passkeys passkeys;
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Passkeys passkeys() {
        return passkeys;
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
