package io.cybervpn.domain.appstore;

import io.cybervpn.domain.catalogue.PlanTerms;
import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;

/**
 * What a store owes a customer now.
 *
 * @param terms of the plan, as they are now
 * @param startedAt from when its first purchase counted
 * @param paidUntil the end; in the past when the store let it end
 */
public record StoreServiceSnapshot(
        StoreServiceId id,
        AccountId account,
        PlanTerms terms,
        Instant startedAt,
        Instant paidUntil) {}
