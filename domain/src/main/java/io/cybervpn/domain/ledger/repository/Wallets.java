package io.cybervpn.domain.ledger.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * The wallets of customers: their paid part is what the journal says, their grants are kept beside
 * it. Only for an open unit of work.
 */
public interface Wallets {
    /**
     * A wallet as it is, held against others until the unit of work ends: nothing leaves it
     * meanwhile but by who holds it. Money may still come in. There is no wallet that does not
     * exist. Take payments and orders before wallets, and one wallet at a time.
     */
    Uni<Wallet> lock(AccountId owner, Asset asset);

    /** Holds all wallets that an account has, in one order for everybody. */
    Uni<List<Wallet>> lockAll(AccountId owner);

    /** Adds a grant of more than nothing, unspent. Its booking is the caller's. */
    Uni<Void> add(AccountId owner, Grant grant, Instant now);

    /**
     * Takes from the grants of a held wallet what the draw takes; what was paid is the journal's.
     */
    Uni<Void> take(Draw draw);

    /** Puts back into grants what an earlier draw took. */
    Uni<Void> putBack(Draw draw);

    /**
     * Holds wallets with grants that have lapsed and empties those grants, the longest lapsed
     * first. Their booking is the caller's. A grant that something comes back to lapses again, and
     * is told again with another {@code time}.
     *
     * @param limit how many grants at most, 1 to 1000
     */
    Uni<List<Lapse>> lapse(Instant now, int limit);

    /** Makes all grants of an account another's. The caller holds its wallets. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);

    /**
     * A grant that has lapsed.
     *
     * @param time how often it did, 1 the first time
     * @param lost what was left of it
     */
    record Lapse(GrantId grant, int time, AccountId owner, Money lost) {}
}
