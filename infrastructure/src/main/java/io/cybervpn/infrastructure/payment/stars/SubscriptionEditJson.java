package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of editUserStarSubscription.
 *
 * @param user who pays
 * @param charge of the first payment
 * @param cancelled true: it is charged no more; false: the user may have it go on
 */
record SubscriptionEditJson(
        @JsonProperty("user_id") long user,
        @JsonProperty("telegram_payment_charge_id") String charge,
        @JsonProperty("is_canceled") boolean cancelled) {}
