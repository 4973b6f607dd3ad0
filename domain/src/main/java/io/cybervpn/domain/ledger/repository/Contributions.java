package io.cybervpn.domain.ledger.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.model.Contribution;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What wallets gave or set aside, by what for. Only for an open unit of work. Who changes one holds
 * what it is for, and then its owner's wallet.
 */
public interface Contributions {
    /** The one of a subject. */
    Uni<Optional<Contribution>> find(UUID subject);

    /** Those of these subjects that are set aside, by owner. */
    Uni<List<Contribution.Held>> heldFor(Collection<UUID> subjects);

    /** All that an account has set aside. */
    Uni<List<Contribution.Held>> heldBy(AccountId owner);

    /** Stores a new one, or a new state of one. */
    Uni<Void> save(Contribution contribution, Instant now);

    /** Makes all of an account another's. The caller holds its wallets. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
