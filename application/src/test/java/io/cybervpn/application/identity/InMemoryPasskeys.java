package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Passkeys in memory, by their credential. */
final class InMemoryPasskeys implements Passkeys {
    private final InMemoryTable<String, Passkey> passkeys;

    InMemoryPasskeys(InMemoryUnitOfWork unitOfWork) {
        this.passkeys = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> add(Passkey passkey) {
        return Uni.createFrom().item(() -> passkeys.insert(passkey.credential().id(), passkey));
    }

    @Override
    public Uni<Optional<Passkey>> lock(String credentialId) {
        return Uni.createFrom().item(() -> passkeys.get(credentialId));
    }

    @Override
    public Uni<List<Passkey>> of(AccountId account) {
        return Uni.createFrom()
                .item(
                        () ->
                                passkeys.where(one -> one.account().equals(account)).stream()
                                        .sorted(Comparator.comparing(Passkey::createdAt))
                                        .toList());
    }

    @Override
    public Uni<Void> save(Passkey passkey) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> passkeys.put(passkey.credential().id(), passkey));
    }

    @Override
    public Uni<Void> remove(PasskeyId id) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                passkeys.where(one -> one.id().equals(id))
                                        .forEach(one -> passkeys.remove(one.credential().id())));
    }
}
