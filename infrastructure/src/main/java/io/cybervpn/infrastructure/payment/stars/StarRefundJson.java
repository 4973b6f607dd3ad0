package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of refundStarPayment.
 *
 * @param userId who paid, at Telegram
 * @param charge which payment; it goes back as a whole
 */
record StarRefundJson(
        @JsonProperty("user_id") long userId,
        @JsonProperty("telegram_payment_charge_id") String charge) {}
