package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What {@code transfer} takes.
 *
 * @param userId at Telegram; he has started the bot
 * @param spendId accepted once per app, for ever: 1 to 64 characters
 */
record TransferJson(
        @JsonProperty("user_id") long userId,
        @JsonProperty("asset") String asset,
        @JsonProperty("amount") String amount,
        @JsonProperty("spend_id") String spendId) {}
