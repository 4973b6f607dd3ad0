package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Seller and buyers in memory. */
public final class InMemoryParties implements Parties {
    private final InMemoryTable<Optional<AccountId>, Party> parties;

    public InMemoryParties(InMemoryUnitOfWork unitOfWork) {
        this.parties = unitOfWork.table();
    }

    @Override
    public Uni<Party> seller() {
        return Uni.createFrom().item(() -> parties.get(Optional.empty()).orElseGet(Party::nobody));
    }

    @Override
    public Uni<Void> saveSeller(Party seller) {
        return Uni.createFrom().voidItem().invoke(() -> parties.put(Optional.empty(), seller));
    }

    @Override
    public Uni<Optional<Party>> buyer(AccountId account) {
        return Uni.createFrom().item(() -> parties.get(Optional.of(account)));
    }

    @Override
    public Uni<Void> saveBuyer(AccountId account, Party buyer) {
        return Uni.createFrom().voidItem().invoke(() -> parties.put(Optional.of(account), buyer));
    }

    @Override
    public Uni<Void> forget(AccountId account) {
        return Uni.createFrom().voidItem().invoke(() -> parties.remove(Optional.of(account)));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Uni.createFrom().voidItem().invoke(() -> move(from, into));
    }

    private void move(AccountId from, AccountId into) {
        parties.get(Optional.of(from)).ifPresent(party -> parties.insert(Optional.of(into), party));
        parties.remove(Optional.of(from));
    }
}
