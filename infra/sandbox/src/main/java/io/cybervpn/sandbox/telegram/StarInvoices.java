package io.cybervpn.sandbox.telegram;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The invoice links of the bot and the stars that were paid by them. Everything returned is a copy.
 * Safe to use from any thread.
 */
public final class StarInvoices {

    private static final int TITLE_MAX = 32;
    private static final int DESCRIPTION_MAX = 255;
    private static final int PAYLOAD_BYTES_MAX = 128;

    private final StateLock lock;
    private final SandboxClock clock;
    private final BotUpdates updates;
    private final Map<String, JsonObject> links = new LinkedHashMap<>();
    private final List<JsonObject> transactions = new ArrayList<>();
    private final StarSubscriptions subscriptions;

    StarInvoices(StateLock lock, SandboxClock clock, BotUpdates updates) {
        this.lock = lock;
        this.clock = clock;
        this.updates = updates;
        this.subscriptions = new StarSubscriptions(lock, clock, updates);
    }

    /** The slugs of the links that carry this payload, oldest first. */
    public List<String> byPayload(String payload) {
        return lock.with(
                () ->
                        links.entrySet().stream()
                                .filter(it -> it.getValue().getString("payload").equals(payload))
                                .map(Map.Entry::getKey)
                                .toList());
    }

    /** What a link asks for: title, description, payload, amount. */
    public Optional<JsonObject> find(String slug) {
        return lock.with(() -> Optional.ofNullable(links.get(slug)).map(JsonObject::copy));
    }

    /** Every transaction, oldest first. */
    public List<JsonObject> transactions() {
        return lock.with(() -> transactions.stream().map(JsonObject::copy).toList());
    }

    /** So many of them at most, oldest first, without the first ones. */
    List<JsonObject> transactions(long without, long limit) {
        return lock.with(
                () ->
                        transactions.stream()
                                .skip(without)
                                .limit(limit)
                                .map(JsonObject::copy)
                                .toList());
    }

    /**
     * Somebody presses the button: the bot is asked, and if it agrees within ten seconds, the stars
     * are taken and it is told so.
     *
     * @return the bot's answer, {@code ok} and perhaps {@code error_message}; never fails
     */
    public CompletableFuture<JsonObject> pay(String slug, long user) {
        JsonObject link = find(slug).orElseThrow(() -> new IllegalArgumentException(slug));
        return updates.ask(link, user)
                .thenApply(
                        answer -> {
                            if (answer.getBoolean("ok", false)) {
                                take(slug, user, new JsonObject());
                            }
                            return answer;
                        });
    }

    /**
     * The stars are taken without a question, and the bot is told; each field of {@code lies}
     * (total_amount, currency, invoice_payload) replaces what is so.
     *
     * @return the update that tells it
     */
    @CanIgnoreReturnValue
    public JsonObject take(String slug, long user, JsonObject lies) {
        return lock.with(
                () -> {
                    JsonObject link =
                            Optional.ofNullable(links.get(slug))
                                    .orElseThrow(() -> new IllegalArgumentException(slug));
                    String charge = "stx_" + UUID.randomUUID();
                    JsonObject recurring =
                            link.containsKey("period")
                                    ? subscriptions.begin(charge, link, user)
                                    : new JsonObject();
                    return came(payment(charge, link).mergeIn(recurring).mergeIn(lies), user);
                });
    }

    /**
     * A month of a subscription passes: its stars are taken once more, now, and the bot is told.
     *
     * @param charge its first one
     * @param lies replace what is told
     * @return the update that tells it; empty when it is cancelled
     */
    @CanIgnoreReturnValue
    public Optional<JsonObject> passMonth(String charge, JsonObject lies) {
        return lock.with(
                () ->
                        subscriptions
                                .pass(charge)
                                .map(
                                        recurring -> {
                                            JsonObject one = subscriptions.get(charge);
                                            String next = "stx_" + UUID.randomUUID();
                                            return came(
                                                    payment(next, one)
                                                            .mergeIn(recurring)
                                                            .mergeIn(lies),
                                                    one.getLong("user"));
                                        }));
    }

    /** What is charged again and again. */
    public StarSubscriptions subscriptions() {
        return subscriptions;
    }

    private static JsonObject payment(String charge, JsonObject what) {
        return new JsonObject()
                .put("currency", "XTR")
                .put("total_amount", what.getLong("amount"))
                .put("invoice_payload", what.getString("payload"))
                .put("telegram_payment_charge_id", charge)
                .put("provider_payment_charge_id", "");
    }

    private JsonObject came(JsonObject payment, long user) {
        transactions.add(incoming(payment, user));
        return updates.tellMessage("successful_payment", payment, user);
    }

    /** Adds a transaction exactly as given, as one known from an earlier run. */
    public void restore(JsonObject transaction) {
        lock.run(() -> transactions.add(transaction.copy()));
    }

    /** A charge is known no more. */
    public void forget(String charge) {
        lock.run(() -> transactions.removeIf(it -> it.getString("id").equals(charge)));
    }

    /** Somebody gives the stars of a link back past the shop, and the bot is told. */
    public boolean giveBack(String charge, long user) {
        return lock.with(() -> refund(user, charge));
    }

    /** Gives stars back; false if they were given back, or never came from this user. */
    boolean refund(long user, String charge) {
        Optional<JsonObject> found =
                transactions.stream().filter(it -> it.getString("id").equals(charge)).findFirst();
        boolean twice =
                transactions.stream()
                        .anyMatch(
                                it ->
                                        it.getString("id").equals(charge)
                                                && it.containsKey("receiver"));
        boolean another =
                found.map(it -> it.getJsonObject("source").getJsonObject("user").getLong("id"))
                        .filter(payer -> payer != user)
                        .isPresent();
        if (found.isEmpty() || twice || another) {
            return false;
        }
        JsonObject partner = found.get().getJsonObject("source");
        transactions.add(
                new JsonObject()
                        .put("id", charge)
                        .put("amount", found.get().getLong("amount"))
                        .put("date", clock.instant().getEpochSecond())
                        .put("receiver", partner.copy()));
        updates.tellMessage(
                "refunded_payment",
                new JsonObject()
                        .put("currency", "XTR")
                        .put("total_amount", found.get().getLong("amount"))
                        .put("invoice_payload", partner.getString("invoice_payload"))
                        .put("telegram_payment_charge_id", charge),
                user);
        return true;
    }

    private JsonObject incoming(JsonObject payment, long user) {
        JsonObject source =
                new JsonObject()
                        .put("type", "user")
                        .put("transaction_type", "invoice_payment")
                        .put("user", BotUpdates.user(user))
                        .put("invoice_payload", payment.getString("invoice_payload"));
        if (payment.getBoolean("is_recurring", false)) {
            source.put("subscription_period", StarSubscriptions.PERIOD);
        }
        return new JsonObject()
                .put("id", payment.getString("telegram_payment_charge_id"))
                .put("amount", payment.getLong("total_amount"))
                .put("date", clock.instant().getEpochSecond())
                .put("source", source);
    }

    String create(JsonObject sent) {
        String payload = text(sent, "payload", PAYLOAD_BYTES_MAX);
        if (!sent.getString("currency", "").equals("XTR")
                || !sent.getString("provider_token", "").isEmpty()) {
            throw BotError.bad("CURRENCY_INVALID");
        }
        JsonArray prices = prices(sent);
        if (prices.size() != 1) {
            throw BotError.bad("exactly one price is needed for stars");
        }
        Object amount = prices.getJsonObject(0).getValue("amount");
        if (!(amount instanceof Number stars) || stars.longValue() < 1) {
            throw BotError.bad("CURRENCY_TOTAL_AMOUNT_INVALID");
        }
        String slug = UUID.randomUUID().toString().replace("-", "");
        JsonObject link =
                new JsonObject()
                        .put("title", text(sent, "title", TITLE_MAX))
                        .put("description", text(sent, "description", DESCRIPTION_MAX))
                        .put("payload", payload)
                        .put("amount", stars.longValue());
        period(sent, stars.longValue()).ifPresent(period -> link.put("period", period));
        links.put(slug, link);
        return slug;
    }

    private static Optional<Long> period(JsonObject sent, long amount) {
        if (!sent.containsKey("subscription_period")) {
            return Optional.empty();
        }
        String period = String.valueOf(sent.getValue("subscription_period"));
        if (!period.equals(String.valueOf(StarSubscriptions.PERIOD))) {
            throw BotError.bad("SUBSCRIPTION_PERIOD_INVALID");
        }
        if (amount > StarSubscriptions.AMOUNT_MAX) {
            throw BotError.bad("SUBSCRIPTION_AMOUNT_INVALID");
        }
        return Optional.of(StarSubscriptions.PERIOD);
    }

    private static JsonArray prices(JsonObject sent) {
        Object prices = sent.getValue("prices", new JsonArray());
        return prices instanceof String text ? new JsonArray(text) : (JsonArray) prices;
    }

    private static String text(JsonObject sent, String name, int bytesMax) {
        String text = sent.getString(name, "");
        int length =
                name.equals("payload")
                        ? text.getBytes(StandardCharsets.UTF_8).length
                        : text.length();
        if (text.isEmpty() || length > bytesMax) {
            throw BotError.bad("the " + name + " must be of 1 to " + bytesMax);
        }
        return text;
    }

    void clear() {
        links.clear();
        subscriptions.clear();
        transactions.clear();
    }
}
