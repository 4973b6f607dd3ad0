package io.cybervpn.application.identity.users;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.CustomerCards;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Says which groups of customers somebody belongs to, for other contexts; never who he is. */
@Singleton
public final class FindTags {
    private final UnitOfWork unitOfWork;
    private final CustomerCards cards;

    @Inject
    FindTags(UnitOfWork unitOfWork, CustomerCards cards) {
        this.unitOfWork = unitOfWork;
        this.cards = cards;
    }

    /** His tags; empty for somebody who is not there. */
    public Uni<Set<String>> execute(AccountId account) {
        return unitOfWork.run(() -> cards.tags(account));
    }
}
