package io.cybervpn.domain.appstore.model;

/**
 * What makes a purchase one.
 *
 * @param store in lower case, such as {@code app_store}
 * @param transaction the store's own id of it
 */
public record PurchaseKey(String store, String transaction) {}
