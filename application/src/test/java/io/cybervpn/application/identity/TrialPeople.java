package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import java.util.Optional;
import java.util.UUID;

/** Customers in memory, and their rights to trials. */
public final class TrialPeople {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryAccounts accounts;
    private final InMemoryWays.Linked linked;
    private final MovableClock clock;
    private final TrialRights rights;

    public TrialPeople(InMemoryUnitOfWork unitOfWork, MovableClock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        accounts = new InMemoryAccounts(unitOfWork);
        linked = new InMemoryWays.Linked(unitOfWork);
        rights = new TrialRights(linked, new InMemoryTrialMarkers(unitOfWork), clock);
    }

    public ClaimTrial claim() {
        return new ClaimTrial(unitOfWork, accounts, rights);
    }

    public SetTrialRight set() {
        return new SetTrialRight(unitOfWork, accounts, rights);
    }

    /** A customer with this mailbox. */
    public AccountId mailed(String email) {
        Account account = Fixtures.account(email);
        unitOfWork.run(() -> accounts.add(account)).await().indefinitely();
        return account.id();
    }

    /** A customer whom Telegram knows. */
    public AccountId onTelegram(long user) {
        Account account = Fixtures.nameless();
        LinkedIdentity identity =
                new LinkedIdentity(
                        new IdentityId(UUID.randomUUID()),
                        account.id(),
                        ExternalId.telegram(user),
                        Optional.empty(),
                        clock.instant());
        unitOfWork
                .run(() -> accounts.add(account).chain(() -> linked.add(identity)))
                .await()
                .indefinitely();
        return account.id();
    }
}
