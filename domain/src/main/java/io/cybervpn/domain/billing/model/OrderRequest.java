package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.identity.AccountId;

/**
 * Who orders, and how.
 *
 * @param requestKey the buyer's own key of this request: one account never has two orders with the
 *     same, so a request that is repeated after a crash finds its order again
 * @param paymentMethod the registry name of the provider, such as {@code cryptobot}
 * @param useWallet what is in the buyer's wallet pays first, the provider is asked for the rest
 */
public record OrderRequest(
        AccountId account,
        String requestKey,
        Purpose purpose,
        String paymentMethod,
        boolean useWallet) {
    /** A request that leaves the wallet alone, unless it is the way to pay. */
    public OrderRequest(
            AccountId account, String requestKey, Purpose purpose, String paymentMethod) {
        this(account, requestKey, purpose, paymentMethod, false);
    }
}
