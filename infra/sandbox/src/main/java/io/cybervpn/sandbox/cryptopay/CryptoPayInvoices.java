package io.cybervpn.sandbox.cryptopay;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The invoices of the app. Everything returned is a copy. Safe to use from any thread. */
public final class CryptoPayInvoices {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
    private static final int FIRST_ID = 528_890;

    /** The beginning of 2026, from which ids count the seconds. */
    private static final long EPOCH_SECOND = 1_767_225_600;

    private final StateLock lock;
    private final SandboxClock clock;
    private final Supplier<String> baseUrl;
    private final Consumer<JsonObject> whenPaid;
    private final SecureRandom random = new SecureRandom();
    private final TreeMap<Long, JsonObject> invoices = new TreeMap<>();

    CryptoPayInvoices(
            StateLock lock,
            SandboxClock clock,
            Supplier<String> baseUrl,
            Consumer<JsonObject> whenPaid) {
        this.lock = lock;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.whenPaid = whenPaid;
    }

    /** Every invoice, oldest first. */
    public List<JsonObject> all() {
        return lock.with(() -> live().map(JsonObject::copy).toList());
    }

    /** The invoice with this id. */
    public Optional<JsonObject> find(long id) {
        return lock.with(() -> live(id).map(JsonObject::copy));
    }

    /** The invoices whose payload is this text: our order's reference. */
    public List<JsonObject> byPayload(String payload) {
        return lock.with(
                () ->
                        live().filter(it -> payload.equals(it.getString("payload")))
                                .map(JsonObject::copy)
                                .toList());
    }

    /**
     * Somebody pays it, all of it, and the webhook leaves; what is paid cannot be paid again, and
     * nothing happens. Throws IllegalArgumentException if there is none.
     */
    @CanIgnoreReturnValue
    public JsonObject pay(long id) {
        return pay(id, new JsonObject());
    }

    /**
     * Somebody pays it, and the provider tells a different story: each field of {@code lies}
     * replaces the invoice's own, such as amount, asset, fiat, payload. Paying an expired invoice
     * works: money that comes late is still money.
     */
    @CanIgnoreReturnValue
    public JsonObject pay(long id, JsonObject lies) {
        return lock.with(
                () -> {
                    JsonObject invoice = existing(id);
                    if (invoice.getString("status").equals("paid")) {
                        return invoice.copy();
                    }
                    String asset = invoice.getString("asset", "USDT");
                    settle(invoice, lies.getString("paid_asset", asset));
                    invoice.mergeIn(lies);
                    whenPaid.accept(invoice.copy());
                    return invoice.copy();
                });
    }

    /** Its time is over, now. Throws IllegalArgumentException if there is none. */
    @CanIgnoreReturnValue
    public JsonObject expire(long id) {
        return lock.with(
                () -> {
                    JsonObject invoice = existing(id);
                    return invoice.put("expiration_date", clock.now())
                            .put("status", "expired")
                            .copy();
                });
    }

    /** Keeps an invoice exactly as given, as one known from an earlier run. */
    public void restore(JsonObject invoice) {
        lock.run(() -> invoices.put(invoice.getLong("invoice_id"), invoice.copy()));
    }

    void clear() {
        invoices.clear();
    }

    JsonObject create(InvoiceWish wish) {
        // Later runs go on above earlier ones, whose ids a shop's database still has.
        long first = FIRST_ID + Math.max(0, clock.instant().getEpochSecond() - EPOCH_SECOND);
        long id = invoices.isEmpty() ? first : Math.max(first, invoices.lastKey() + 1);
        String hash = "IV" + word(10);
        JsonObject invoice = new JsonObject().put("invoice_id", id).put("hash", hash);
        invoice.put("currency_type", wish.fiat() ? "fiat" : "crypto");
        invoice.put(wish.fiat() ? "fiat" : "asset", wish.currency()).put("amount", wish.amount());
        if (wish.fiat()) {
            invoice.put("accepted_assets", new JsonArray(wish.accepted()));
        }
        String page = baseUrl.get() + "/pay/" + hash;
        invoice.put("pay_url", page)
                .put("bot_invoice_url", page)
                .put("mini_app_invoice_url", page + "?from=mini_app")
                .put("web_app_invoice_url", page + "?from=web_app")
                .put("status", "active")
                .put("created_at", clock.now())
                .put("allow_comments", true)
                .put("allow_anonymous", true);
        wish.texts().forEach(invoice::put);
        wish.expiresInSeconds()
                .ifPresent(seconds -> invoice.put("expiration_date", after(seconds)));
        invoices.put(id, invoice);
        return invoice.copy();
    }

    private String after(long seconds) {
        return SandboxClock.iso(clock.instant().plus(Duration.ofSeconds(seconds)));
    }

    /** Filtered as getInvoices does. */
    List<JsonObject> matching(Map<String, String> sent) {
        return chosen(sent.getOrDefault("invoice_ids", ""))
                .filter(it -> matches(it, sent, "asset"))
                .filter(it -> matches(it, sent, "fiat"))
                .filter(it -> matches(it, sent, "status"))
                .map(JsonObject::copy)
                .toList();
    }

    private Stream<JsonObject> chosen(String ids) {
        if (ids.isEmpty()) {
            return live();
        }
        return Arrays.stream(ids.split(",", -1))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .sorted()
                .map(this::live)
                .flatMap(Optional::stream);
    }

    private static boolean matches(JsonObject invoice, Map<String, String> sent, String field) {
        return !sent.containsKey(field) || sent.get(field).equals(invoice.getString(field));
    }

    boolean delete(long id) {
        return invoices.remove(id) != null;
    }

    Optional<JsonObject> byHash(String hash) {
        return live().filter(it -> it.getString("hash").equals(hash)).findFirst();
    }

    /** All of them, with those whose time is over marked so first. */
    private Stream<JsonObject> live() {
        invoices.values().forEach(this::expireIfDue);
        return invoices.values().stream();
    }

    private Optional<JsonObject> live(long id) {
        Optional<JsonObject> found = Optional.ofNullable(invoices.get(id));
        found.ifPresent(this::expireIfDue);
        return found;
    }

    private JsonObject existing(long id) {
        return live(id).orElseThrow(() -> new IllegalArgumentException("no invoice " + id));
    }

    private void expireIfDue(JsonObject invoice) {
        String end = invoice.getString("expiration_date", "9999");
        if (invoice.getString("status").equals("active") && end.compareTo(clock.now()) <= 0) {
            invoice.put("status", "expired");
        }
    }

    private void settle(JsonObject invoice, String asset) {
        boolean fiat = invoice.getString("currency_type").equals("fiat");
        String amount = invoice.getString("amount");
        String paid = fiat ? Rates.convert(amount, invoice.getString("fiat"), asset) : amount;
        invoice.put("status", "paid").put("paid_at", clock.now()).put("paid_anonymously", false);
        invoice.put("paid_asset", asset).put("paid_amount", paid);
        if (fiat) {
            invoice.put(
                    "paid_fiat_rate", Rates.rate(asset, invoice.getString("fiat")).toPlainString());
        }
        invoice.put("paid_usd_rate", Rates.rate(asset, "USD").toPlainString());
        BigDecimal fee = new BigDecimal(paid).multiply(new BigDecimal("0.03"));
        invoice.put("fee_asset", asset);
        invoice.put(
                "fee_amount",
                fee.setScale(8, RoundingMode.UP).stripTrailingZeros().toPlainString());
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
