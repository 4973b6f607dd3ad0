package io.cybervpn.domain.billing.repository;

import io.cybervpn.domain.billing.model.TopUp;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** All top-ups. Every method belongs to the open unit of work. */
public interface TopUps {
    /**
     * Stores a new one. Of many at once with one account and request key exactly one is stored; the
     * others wait for it to commit.
     *
     * @return false when the account has one with this request key; then nothing was stored
     */
    Uni<Boolean> add(TopUp topUp);

    /** The one that an account wished for with this request key. */
    Uni<Optional<TopUp>> wishedBy(AccountId account, String requestKey);

    /**
     * Makes all top-ups of an account another's; their request keys become unlike any that a client
     * sends. Repeatable.
     */
    Uni<Void> reown(AccountId from, AccountId into);
}
