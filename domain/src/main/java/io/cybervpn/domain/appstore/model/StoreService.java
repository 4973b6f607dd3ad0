package io.cybervpn.domain.appstore.model;

import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.Collection;

/**
 * A plan that a store keeps for a customer.
 *
 * @param paidUntil where the last of its listed purchases ends
 */
public record StoreService(
        StoreServiceId id, AccountId account, PlanId plan, Instant startedAt, Instant paidUntil) {
    /** With the end that its purchases give it; with none left it ends now at the latest. Pure. */
    StoreService reckoned(Collection<KeptPurchase> all, Instant now) {
        Instant end =
                all.stream()
                        .filter(one -> one.listed() && one.service().equals(id))
                        .map(KeptPurchase::until)
                        .max(Instant::compareTo)
                        .orElse(paidUntil.isBefore(now) ? paidUntil : now);
        return new StoreService(id, account, plan, startedAt, end);
    }
}
