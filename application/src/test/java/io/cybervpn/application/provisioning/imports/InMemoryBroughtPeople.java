package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Who came over from other shops, in memory. */
public final class InMemoryBroughtPeople implements BroughtPeople {
    private record Key(String shop, String row) {}

    private final InMemoryTable<Key, Brought> rows;

    public InMemoryBroughtPeople(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    private static Key key(Brought brought) {
        return new Key(brought.shop(), brought.row());
    }

    @Override
    public Uni<Boolean> add(Brought brought) {
        return Uni.createFrom().item(() -> rows.insert(key(brought), brought));
    }

    @Override
    public Uni<Optional<Brought>> find(String shop, String row) {
        return Uni.createFrom().item(() -> rows.get(new Key(shop, row)));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                rows.where(one -> one.account().equals(from))
                                        .forEach(one -> rows.put(key(one), owned(one, into))));
    }

    private static Brought owned(Brought one, AccountId into) {
        return new Brought(
                one.id(), one.shop(), one.row(), into, one.subscription(), one.balance(), one.at());
    }
}
