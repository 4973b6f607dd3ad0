package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;

/**
 * What is wanted for one subscription.
 *
 * @param account whose access it is
 * @param panel where it is wanted
 * @param generation counts the changes of the wish, from 1
 */
public record Desire(
        AccessId id, AccountId account, PanelId panel, AccessSpec spec, long generation) {
    Desire at(PanelId other) {
        return new Desire(id, account, other, spec, generation + 1);
    }

    Desire next(AccessSpec changed) {
        return new Desire(id, account, panel, changed, generation + 1);
    }
}
