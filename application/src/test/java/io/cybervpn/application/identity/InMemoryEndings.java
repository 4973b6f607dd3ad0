package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.identity.repository.Endings;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** How accounts ended, in memory; that their owners are forgotten is not played here. */
public final class InMemoryEndings implements Endings {
    private final InMemoryTable<AccountId, Owner> ended;

    public InMemoryEndings(InMemoryUnitOfWork unitOfWork) {
        this.ended = unitOfWork.table();
    }

    @Override
    public Uni<Void> erase(AccountId account, Instant at) {
        return Uni.createFrom().voidItem().invoke(() -> ended.put(account, new Owner.Nobody()));
    }

    @Override
    public Uni<Void> merge(AccountId from, AccountId into, Instant at) {
        return Uni.createFrom().voidItem().invoke(() -> ended.put(from, new Owner.Of(into)));
    }

    @Override
    public Uni<Owner> hold(AccountId account) {
        return Uni.createFrom().item(() -> owner(account));
    }

    private Owner owner(AccountId account) {
        return ended.get(account)
                .map(
                        next ->
                                switch (next) {
                                    case Owner.Nobody() -> next;
                                    case Owner.Of(var into) -> owner(into);
                                })
                .orElseGet(() -> new Owner.Of(account));
    }
}
