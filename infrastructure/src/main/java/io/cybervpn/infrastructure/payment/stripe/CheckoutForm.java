package io.cybervpn.infrastructure.payment.stripe;

import io.cybervpn.application.payment.port.InvoiceCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of a new Checkout Session. */
final class CheckoutForm {
    /** Stripe's bounds with room for a clock that is not ours. */
    private static final Duration OPEN_MIN = Duration.ofMinutes(31);

    private static final Duration OPEN_MAX = Duration.ofHours(23);

    /** A repetition says the same minute and is the same form. */
    private static final int STEP_SECONDS = 60;

    private static final int NAME_LENGTH_MAX = 250;

    private CheckoutForm() {}

    /**
     * Our reference goes onto the session and onto the PaymentIntent, since nothing is copied from
     * one to the other. Empty for an amount that Stripe cannot count.
     */
    static Optional<String> of(InvoiceCall call, URI returnUrl, Instant now) {
        return StripeAmounts.toStripe(call.amount())
                .map(units -> form(call, units, returnUrl, now));
    }

    private static String form(InvoiceCall call, long units, URI returnUrl, Instant now) {
        String payment = call.payment().value().toString();
        String line = "line_items[0]";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mode", "payment");
        fields.put("success_url", returnUrl.toString());
        fields.put("cancel_url", returnUrl.toString());
        fields.put("client_reference_id", payment);
        fields.put("metadata[" + CheckoutSession.PAYMENT + "]", payment);
        fields.put("payment_intent_data[metadata][" + CheckoutSession.PAYMENT + "]", payment);
        fields.put(line + "[quantity]", "1");
        fields.put(
                line + "[price_data][currency]",
                call.amount().asset().code().toLowerCase(Locale.ROOT));
        fields.put(line + "[price_data][unit_amount]", Long.toString(units));
        fields.put(line + "[price_data][product_data][name]", name(call.description()));
        if (call.keep()) {
            fields.put("customer_creation", "always");
            fields.put("payment_intent_data[setup_future_usage]", "off_session");
        }
        fields.put("expires_at", Long.toString(expiry(call.payableFor(), now)));
        return encoded(fields);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static long expiry(Duration payableFor, Instant now) {
        Duration open = payableFor.compareTo(OPEN_MIN) < 0 ? OPEN_MIN : payableFor;
        Duration bounded = open.compareTo(OPEN_MAX) > 0 ? OPEN_MAX : open;
        long second = now.plus(bounded).getEpochSecond();
        return Math.ceilDiv(second, STEP_SECONDS) * STEP_SECONDS;
    }

    static String name(String description) {
        return description.length() <= NAME_LENGTH_MAX
                ? description
                : description.substring(0, NAME_LENGTH_MAX);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
