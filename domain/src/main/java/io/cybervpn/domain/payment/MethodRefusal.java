package io.cybervpn.domain.payment;

/** Why a way to pay is not offered for a payment. */
public enum MethodRefusal {
    /** Staff switched it off. */
    SWITCHED_OFF,
    /** Its provider does not take this currency. */
    CURRENCY,
    /** Less than it is offered for. */
    AMOUNT_TOO_SMALL,
    /** More than it is offered for. */
    AMOUNT_TOO_LARGE,
    /** Not in the payer's country. */
    COUNTRY,
    /** Not to this group of customers. */
    CUSTOMER_GROUP,
    /** A build of an app store shows no ways to pay but the store's and the wallet. */
    STORE_APP
}
