package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows somebody his passkeys. */
@Singleton
public final class ListPasskeys {
    private final UnitOfWork unitOfWork;
    private final Passkeys passkeys;

    @Inject
    ListPasskeys(UnitOfWork unitOfWork, Passkeys passkeys) {
        this.unitOfWork = unitOfWork;
        this.passkeys = passkeys;
    }

    /** His own ones, the oldest first. Changes nothing. */
    public Uni<List<PasskeyView>> execute(AccountId owner) {
        return unitOfWork
                .run(() -> passkeys.of(owner))
                .map(own -> own.stream().map(PasskeyView::of).toList());
    }
}
