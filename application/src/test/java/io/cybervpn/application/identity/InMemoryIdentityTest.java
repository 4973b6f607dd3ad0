package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.cybervpn.domain.identity.repository.EmailCodes;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.identity.repository.Invitations;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.cybervpn.domain.identity.repository.Roles;
import io.cybervpn.domain.identity.repository.SecondFactors;
import io.cybervpn.domain.identity.repository.Sessions;
import org.junit.jupiter.api.Nested;

/** The stores in memory keep the contracts of the ports. */
class InMemoryIdentityTest {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccounts accounts = new InMemoryAccounts(unitOfWork);
    private final InMemoryPasskeys passkeys = new InMemoryPasskeys(unitOfWork);
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
    class OfWays extends WaysContract {
        private final InMemoryWays.Codes codes = new InMemoryWays.Codes(unitOfWork);
        private final InMemoryWays.Browsers browsers = new InMemoryWays.Browsers(unitOfWork);
        private final InMemoryWays.Linked identities = new InMemoryWays.Linked(unitOfWork);
        private final InMemorySecondFactors factors = new InMemorySecondFactors(unitOfWork);

        @Override
        protected EmailCodes codes() {
            return codes;
        }

        @Override
        protected DeepLinks browsers() {
            return browsers;
        }

        @Override
        protected Identities identities() {
            return identities;
        }

        @Override
        protected SecondFactors factors() {
            return factors;
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
    class OfRoles extends RoleStoresContract {
        private final InMemoryRoles roles = new InMemoryRoles(unitOfWork);
        private final InMemoryAssignments assignments =
                new InMemoryAssignments(unitOfWork, accounts);
        private final InMemoryInvitations invitations = new InMemoryInvitations(unitOfWork);

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

    @Nested
    class OfPasskeys extends PasskeysContract {
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

    @Nested
    class OfTheList extends AccountListContract {
        private final InMemoryAccountList list = new InMemoryAccountList(accounts);

        @Override
        protected AccountList list() {
            return list;
        }

        @Override
        protected void tag(AccountId account, String tag) {
            list.tag(account, tag);
        }

        @Override
        protected void link(AccountId account, long telegramId) {
            list.link(account, telegramId);
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
