package io.cybervpn.application.shared;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What a context does with its rows in the very transaction in which an account ends, so that there
 * is no moment at which money or access is nobody's. Set-based and quick; nothing remote.
 */
public interface AccountFollower {
    /** Followers run in this order, which is also the order of their locks: lowest first. */
    int rank();

    /** The owner is forgotten: nothing more is given to him, what he paid stays in the books. */
    Uni<Void> erased(AccountId gone);

    /** Everything is another account's from now on. */
    Uni<Void> merged(AccountId from, AccountId into);

    /** What hangs on the account now; nothing is changed. */
    Uni<List<Stake>> stakes(AccountId account);
}
