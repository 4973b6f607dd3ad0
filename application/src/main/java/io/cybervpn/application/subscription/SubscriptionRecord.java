package io.cybervpn.application.subscription;

import io.cybervpn.domain.identity.AccountId;

/**
 * A subscription as staff see it.
 *
 * @param timeStands whether its time stands still
 * @param unpaid whether nobody ever paid for it: a trial, or a gift
 * @param version for edits: refused when it has changed
 */
public record SubscriptionRecord(
        SubscriptionView view,
        AccountId account,
        boolean timeStands,
        boolean unpaid,
        long version) {}
