package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts in memory. */
public final class InMemoryAccounts implements Accounts {
    private final InMemoryTable<AccountId, Account> rows;
    private final InMemoryTable<AccountId, Instant> verified;

    public InMemoryAccounts(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
        this.verified = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> add(Account account) {
        return Uni.createFrom().item(() -> isFree(account) && rows.insert(account.id(), account));
    }

    @Override
    public Uni<Optional<Account>> find(AccountId id) {
        return Uni.createFrom().item(() -> rows.get(id));
    }

    @Override
    public Uni<Optional<Account>> findByEmail(Email email) {
        return Uni.createFrom().item(() -> owner(email));
    }

    @Override
    public Uni<Optional<Account>> lock(AccountId id) {
        return find(id);
    }

    @Override
    public Uni<Void> save(Account account) {
        return Uni.createFrom().item(() -> account).invoke(this::put).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> changeEmail(AccountId id, Email email) {
        return Uni.createFrom().item(() -> changeNow(id, email));
    }

    private boolean changeNow(AccountId id, Email email) {
        Optional<Account> changed =
                owner(email).isPresent()
                        ? Optional.empty()
                        : rows.get(id).map(account -> account.withEmail(email));
        changed.ifPresent(this::put);
        return changed.isPresent();
    }

    @Override
    public Uni<Void> verifyEmail(AccountId id, Instant at) {
        return Uni.createFrom().voidItem().invoke(() -> verified.put(id, at));
    }

    @Override
    public Uni<Boolean> isEmailVerified(AccountId id) {
        return Uni.createFrom().item(() -> isVerified(id));
    }

    boolean isVerified(AccountId id) {
        return verified.get(id).isPresent();
    }

    private boolean isFree(Account account) {
        return account.email().flatMap(this::owner).isEmpty();
    }

    private Optional<Account> owner(Email email) {
        return rows.where(row -> row.email().equals(Optional.of(email))).stream().findFirst();
    }

    /** For tests that play staff. */
    public void put(Account account) {
        rows.put(account.id(), account);
    }

    public List<Account> all() {
        return rows.all();
    }
}
