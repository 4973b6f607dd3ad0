package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows somebody who he is elsewhere. */
@Singleton
public final class ViewIdentities {
    private final UnitOfWork unitOfWork;
    private final Identities identities;

    @Inject
    ViewIdentities(UnitOfWork unitOfWork, Identities identities) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
    }

    /** His own ones, the oldest first. Changes nothing. */
    public Uni<List<IdentityView>> execute(AccountId owner) {
        return unitOfWork
                .run(() -> identities.of(owner))
                .map(own -> own.stream().map(IdentityView::of).toList());
    }
}
