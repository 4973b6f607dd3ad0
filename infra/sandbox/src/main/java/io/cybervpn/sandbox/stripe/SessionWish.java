package io.cybervpn.sandbox.stripe;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a new Checkout Session, checked as Stripe does: whatever is not known is
 * refused, among it {@code payment_method_types}, which the pinned version no longer has.
 *
 * @param currency lower case
 * @param amountTotal minor units, above zero
 * @param description of the first line
 * @param expiresAt 30 minutes to 24 hours from now
 * @param metadata of the session
 * @param paymentMetadata of the PaymentIntent to be; nothing is copied from one to the other
 * @param keeps what is paid with stays with a customer
 * @param texts the URLs, client_reference_id and the like, those that were sent
 */
record SessionWish(
        String currency,
        long amountTotal,
        String description,
        Instant expiresAt,
        JsonObject metadata,
        JsonObject paymentMetadata,
        boolean keeps,
        Map<String, String> texts) {

    private static final Pattern KNOWN =
            Pattern.compile(
                    "mode|success_url|cancel_url|client_reference_id|customer_email|expires_at|locale"
                            + "|ui_mode|submit_type|customer_creation|metadata\\[[^]]+]|payment_intent_data\\[(description|setup_future_usage)]"
                            + "|payment_intent_data\\[metadata]\\[[^]]+]|expand\\[\\d*]"
                            + "|line_items\\[\\d+]\\[quantity]"
                            + "|line_items\\[\\d+]\\[price_data]\\[(currency|unit_amount)]"
                            + "|line_items\\[\\d+]\\[price_data]\\[product_data]\\[(name|description)]");
    private static final List<String> TEXTS =
            List.of("success_url", "cancel_url", "client_reference_id", "customer_email");
    private static final int REFERENCE_LENGTH_MAX = 200;
    private static final int METADATA_MAX = 50;
    private static final int METADATA_KEY_MAX = 40;
    private static final int METADATA_VALUE_MAX = 500;
    private static final Duration OPEN_MIN = Duration.ofMinutes(30);
    private static final Duration OPEN_MAX = Duration.ofHours(24);

    static SessionWish of(Map<String, String> sent, Instant now) {
        known(sent);
        if (!required(sent, "mode").equals("payment")) {
            throw StripeError.invalid("parameter_invalid", "mode");
        }
        url(required(sent, "success_url"), "success_url");
        if (sent.getOrDefault("client_reference_id", "").length() > REFERENCE_LENGTH_MAX) {
            throw StripeError.invalid("parameter_invalid", "client_reference_id");
        }
        String line = "line_items[0][price_data]";
        return new SessionWish(
                currency(sent, line + "[currency]"),
                Math.multiplyExact(
                        above(sent, line + "[unit_amount]"),
                        above(sent, "line_items[0][quantity]")),
                required(sent, line + "[product_data][name]"),
                expiry(sent, now),
                metadata(sent, "metadata"),
                metadata(sent, "payment_intent_data[metadata]"),
                keeps(sent),
                texts(sent));
    }

    private static void known(Map<String, String> sent) {
        Optional<String> stranger =
                sent.keySet().stream().filter(key -> !KNOWN.matcher(key).matches()).findFirst();
        if (stranger.isPresent()) {
            throw StripeError.invalid("parameter_unknown", stranger.get());
        }
        if (sent.containsKey("line_items[1][quantity]")) {
            throw StripeError.invalid("parameter_invalid", "line_items[1]");
        }
    }

    private static String required(Map<String, String> sent, String name) {
        String value = sent.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw StripeError.invalid("parameter_missing", name);
        }
        return value;
    }

    private static void url(String value, String name) {
        if (!value.matches("https?://.+")) {
            throw StripeError.invalid("url_invalid", name);
        }
    }

    private static String currency(Map<String, String> sent, String name) {
        String currency = required(sent, name).toLowerCase(Locale.ROOT);
        if (!currency.matches("[a-z]{3}") || currency.equals("xtr")) {
            throw StripeError.invalid("parameter_invalid", name);
        }
        return currency;
    }

    private static long above(Map<String, String> sent, String name) {
        String text = required(sent, name);
        if (!text.matches("[1-9]\\d{0,11}")) {
            throw StripeError.invalid("parameter_invalid_integer", name);
        }
        return Long.parseLong(text);
    }

    private static Instant expiry(Map<String, String> sent, Instant now) {
        String text = sent.getOrDefault("expires_at", "");
        if (text.isEmpty()) {
            return now.plus(OPEN_MAX);
        }
        if (!text.matches("\\d{1,11}")) {
            throw StripeError.invalid("parameter_invalid_integer", "expires_at");
        }
        Instant wish = Instant.ofEpochSecond(Long.parseLong(text));
        if (wish.isBefore(now.plus(OPEN_MIN)) || wish.isAfter(now.plus(OPEN_MAX))) {
            throw StripeError.invalid("parameter_invalid", "expires_at");
        }
        return wish;
    }

    static JsonObject metadata(Map<String, String> sent, String name) {
        Pattern key = Pattern.compile(Pattern.quote(name) + "\\[([^]]+)]");
        JsonObject metadata = new JsonObject();
        sent.forEach(
                (param, value) -> {
                    Matcher matcher = key.matcher(param);
                    if (matcher.matches()) {
                        metadata.put(limited(matcher.group(1), param, value), value);
                    }
                });
        if (metadata.size() > METADATA_MAX) {
            throw StripeError.invalid("parameter_invalid", name);
        }
        return metadata;
    }

    private static String limited(String key, String param, String value) {
        if (key.length() > METADATA_KEY_MAX || value.length() > METADATA_VALUE_MAX) {
            throw StripeError.invalid("parameter_invalid", param);
        }
        return key;
    }

    /** Only an intent of a customer can be kept for later. */
    private static boolean keeps(Map<String, String> sent) {
        String usage = sent.getOrDefault("payment_intent_data[setup_future_usage]", "");
        String creation = sent.getOrDefault("customer_creation", "if_required");
        if (!usage.matches("|off_session|on_session")) {
            throw StripeError.invalid("parameter_invalid", "payment_intent_data");
        }
        if (!creation.matches("always|if_required")) {
            throw StripeError.invalid("parameter_invalid", "customer_creation");
        }
        return usage.equals("off_session") && creation.equals("always");
    }

    private static Map<String, String> texts(Map<String, String> sent) {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        TEXTS.forEach(
                name ->
                        Optional.ofNullable(sent.get(name))
                                .ifPresent(text -> texts.put(name, text)));
        return texts;
    }
}
