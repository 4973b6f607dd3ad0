package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.SessionsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.Sessions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresSessionsTest extends SessionsContract {
    @Inject Sessions sessions;
    @Inject OpenSessions openSessions;
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected OpenSessions openSessions() {
        return openSessions;
    }

    @Override
    protected Sessions sessions() {
        return sessions;
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
