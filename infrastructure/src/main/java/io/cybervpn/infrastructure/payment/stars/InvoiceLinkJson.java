package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of createInvoiceLink.
 *
 * @param title 1 to 32 characters
 * @param description 1 to 255 characters
 * @param payload comes back with the money: our payment's id
 * @param providerToken empty for stars
 * @param prices exactly one
 * @param subscriptionPeriod in seconds; null: it is paid once
 */
record InvoiceLinkJson(
        @JsonProperty("title") String title,
        @JsonProperty("description") String description,
        @JsonProperty("payload") String payload,
        @JsonProperty("provider_token") String providerToken,
        @JsonProperty("currency") String currency,
        @JsonProperty("prices") List<LabeledPriceJson> prices,
        @JsonProperty("subscription_period") @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Long subscriptionPeriod) {}
