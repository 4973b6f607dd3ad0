package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Accounts in memory. */
public final class InMemoryAccounts implements Accounts {
    private final InMemoryTable<Email, Account> rows;

    public InMemoryAccounts(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> add(Account account) {
        return Uni.createFrom().item(() -> rows.insert(account.email(), account));
    }

    @Override
    public Uni<Optional<Account>> find(AccountId id) {
        return Uni.createFrom()
                .item(() -> rows.where(row -> row.id().equals(id)).stream().findFirst());
    }

    @Override
    public Uni<Optional<Account>> findByEmail(Email email) {
        return Uni.createFrom().item(() -> rows.get(email));
    }

    /** For tests that play staff. */
    public void put(Account account) {
        rows.put(account.email(), account);
    }

    public List<Account> all() {
        return rows.all();
    }
}
