package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.Sessions;
import org.junit.jupiter.api.Nested;

/** The stores in memory keep the contracts of the ports. */
class InMemoryIdentityTest {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccounts accounts = new InMemoryAccounts(unitOfWork);
    private final InMemorySessions sessions = new InMemorySessions(unitOfWork);

    @Nested
    class OfAccounts extends AccountsContract {
        @Override
        protected Accounts accounts() {
            return accounts;
        }

        @Override
        protected UnitOfWork unitOfWork() {
            return unitOfWork;
        }
    }

    @Nested
    class OfSessions extends SessionsContract {
        @Override
        protected OpenSessions openSessions() {
            return sessions;
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

    @Nested
    class OfTheList extends AccountListContract {
        @Override
        protected AccountList list() {
            return new InMemoryAccountList(accounts);
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
}
