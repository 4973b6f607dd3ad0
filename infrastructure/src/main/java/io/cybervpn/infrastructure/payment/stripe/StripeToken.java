package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayRefused;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What charges a kept card: the customer at Stripe, made for this card alone, and the card. */
record StripeToken(String customer, String method) {
    private static final Pattern WRITTEN =
            Pattern.compile("(cus_[0-9a-zA-Z_]{1,200})/((?:pm|card|src)_[0-9a-zA-Z_]{1,200})");

    StripeToken(JsonNode customer, JsonNode method) {
        this(customer.asText(""), method.asText(""));
    }

    /** As it is kept; empty if this is none. */
    Optional<String> text() {
        return Optional.of(customer + "/" + method).filter(text -> WRITTEN.matcher(text).matches());
    }

    /** Reads one that was kept. */
    static StripeToken of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new GatewayRefused("this was not kept at Stripe");
        }
        return new StripeToken(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return "StripeToken";
    }
}
