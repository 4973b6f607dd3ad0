package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part of a price.
 *
 * @param amount whole stars
 */
record LabeledPriceJson(@JsonProperty("label") String label, @JsonProperty("amount") long amount) {}
