package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.identity.AccountId;

/**
 * Who orders, and how.
 *
 * @param requestKey the buyer's own key of this request: one account never has two orders with the
 *     same, so a request that is repeated after a crash finds its order again
 * @param paymentMethod the registry name of the provider, such as {@code cryptobot}
 */
public record OrderRequest(
        AccountId account, String requestKey, Purpose purpose, String paymentMethod) {}
