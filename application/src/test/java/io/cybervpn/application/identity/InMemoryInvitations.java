package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.Invitations;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Invitations in memory. */
public final class InMemoryInvitations implements Invitations {
    private final InMemoryTable<Optional<Email>, Invitation> rows;

    public InMemoryInvitations(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Void> put(Invitation invitation) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(invitation.email(), invitation));
    }

    @Override
    public Uni<Optional<Invitation>> find(TokenHash hash) {
        return Uni.createFrom().item(() -> found(hash));
    }

    private Optional<Invitation> found(TokenHash hash) {
        return rows.where(row -> row.hash().equals(hash)).stream().findFirst();
    }

    @Override
    public Uni<Boolean> take(TokenHash hash) {
        return Uni.createFrom().item(() -> takeNow(hash));
    }

    private boolean takeNow(TokenHash hash) {
        Optional<Invitation> found = found(hash);
        found.ifPresent(row -> rows.remove(row.email()));
        return found.isPresent();
    }
}
