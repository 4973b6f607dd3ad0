package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;

/**
 * What is wanted for one subscription.
 *
 * @param account whose access it is
 * @param generation counts the changes of the wish, from 1
 */
public record Desire(AccessId id, AccountId account, AccessSpec spec, long generation) {
    Desire next(AccessSpec changed) {
        return new Desire(id, account, changed, generation + 1);
    }
}
