package io.cybervpn.sandbox.yookassa;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The payments of the shop. Everything returned is a copy. Safe to use from any thread. */
public final class YooKassaPayments {

    /** After this time nobody can pay any more. */
    private static final Duration PAYABLE = Duration.ofHours(1);

    private static final BigDecimal FEE = new BigDecimal("0.035");

    private final StateLock lock;
    private final SandboxClock clock;
    private final Supplier<String> baseUrl;
    private final BiConsumer<String, JsonObject> tell;
    private final Map<String, JsonObject> payments = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private final YooKassaMethods methods = new YooKassaMethods();
    private final YooKassaReceipts receipts;

    /** The first request of an idempotence key. */
    private record Kept(JsonObject wish, String payment) {}

    YooKassaPayments(
            StateLock lock,
            SandboxClock clock,
            Supplier<String> baseUrl,
            YooKassaReceipts receipts,
            BiConsumer<String, JsonObject> tell) {
        this.lock = lock;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.receipts = receipts;
        this.tell = tell;
    }

    /** Every payment, oldest first. */
    public List<JsonObject> all() {
        return lock.with(() -> live().map(JsonObject::copy).toList());
    }

    /** The payment with this id. */
    public Optional<JsonObject> find(String id) {
        return lock.with(() -> live(id).map(JsonObject::copy));
    }

    /** The payments with this entry in their metadata. */
    public List<JsonObject> byMetadata(String key, String value) {
        return lock.with(
                () ->
                        live().filter(one -> value.equals(metadata(one).getString(key)))
                                .map(JsonObject::copy)
                                .toList());
    }

    /**
     * Somebody pays it, and the push leaves. A payment whose money is only held waits for capture.
     * What is paid cannot be paid again, and nothing happens. Throws IllegalArgumentException if
     * there is none.
     */
    @CanIgnoreReturnValue
    public JsonObject pay(String id) {
        return pay(id, new JsonObject());
    }

    /**
     * Somebody pays it, and YooKassa tells a different story: each field of {@code lies} replaces
     * the payment's own. A canceled one can be paid too: money that comes late is still money.
     */
    @CanIgnoreReturnValue
    public JsonObject pay(String id, JsonObject lies) {
        return change(
                id,
                payment -> {
                    boolean captures = payment.getBoolean("_capture");
                    payment.put("status", captures ? "succeeded" : "waiting_for_capture")
                            .put("paid", true)
                            .put("refundable", captures)
                            .put("payment_method", methods.usedFor(payment));
                    payment.remove("cancellation_details");
                    if (captures) {
                        payment.put("captured_at", clock.now())
                                .put("income_amount", income(payment));
                    }
                    payment.mergeIn(lies);
                },
                "succeeded");
    }

    /** It ends unpaid, or a hold is given back, and the push leaves. */
    @CanIgnoreReturnValue
    public JsonObject cancel(String id, String reason) {
        return change(id, payment -> canceled(payment, reason), "canceled", "succeeded");
    }

    /** The hold becomes a payment, and the push leaves. */
    @CanIgnoreReturnValue
    public JsonObject capture(String id) {
        return change(
                id,
                payment ->
                        payment.put("status", "succeeded")
                                .put("refundable", true)
                                .put("captured_at", clock.now())
                                .put("income_amount", income(payment)),
                "succeeded",
                "canceled",
                "pending");
    }

    private JsonObject change(
            String id, java.util.function.Consumer<JsonObject> move, String... unless) {
        return lock.with(
                () -> {
                    JsonObject payment =
                            live(id).orElseThrow(() -> new IllegalArgumentException("no " + id));
                    if (!List.of(unless).contains(payment.getString("status"))) {
                        move.accept(payment);
                        fiscalise(payment);
                        tell.accept("payment." + payment.getString("status"), shown(payment));
                    }
                    return shown(payment);
                });
    }

    /** The receipt that came along is registered once the money is there. */
    private void fiscalise(JsonObject payment) {
        if (payment.getString("status").equals("succeeded")
                && payment.containsKey("_receipt")
                && !payment.containsKey("receipt_registration")) {
            receipts.along("payment", payment, payment.getJsonObject("_receipt"));
        }
    }

    /** So much of it went back in all; its status stays. */
    void refunded(String id, String value) {
        JsonObject payment = Optional.ofNullable(payments.get(id)).orElseThrow();
        JsonObject amount = payment.getJsonObject("amount");
        payment.put("refunded_amount", amount.copy().put("value", value))
                .put("refundable", !amount.getString("value").equals(value));
    }

    void clear() {
        payments.clear();
        keys.clear();
        methods.clear();
    }

    /** The same key and wish give the same payment. */
    JsonObject create(String key, JsonObject wish) {
        Optional<Kept> known = Optional.ofNullable(keys.get(key));
        if (known.filter(kept -> !kept.wish().equals(wish)).isPresent()) {
            throw YooKassaError.badRequest("Idempotence-Key", "Idempotence key duplicated");
        }
        String id = known.map(Kept::payment).orElseGet(() -> make(wish));
        keys.put(key, new Kept(wish.copy(), id));
        return find(id).map(YooKassaPayments::shown).orElseThrow();
    }

    private String make(JsonObject wish) {
        String id = UUID.randomUUID().toString();
        methods.check(wish);
        Optional<JsonObject> receipt = Optional.ofNullable(wish.getJsonObject("receipt"));
        receipt.ifPresent(one -> ReceiptCheck.check(one, wish.getJsonObject("amount")));
        JsonObject payment =
                new JsonObject()
                        .put("id", id)
                        .put("status", "pending")
                        .put("amount", wish.getJsonObject("amount").copy())
                        .put("description", wish.getString("description", ""))
                        .put("recipient", new JsonObject().put("account_id", YooKassa.SHOP_ID))
                        .put("created_at", clock.now())
                        .put("test", true)
                        .put("paid", false)
                        .put("refundable", false)
                        .put("metadata", metadata(wish).copy())
                        .put("_capture", wish.getBoolean("capture", false))
                        .put("_keep", wish.getBoolean("save_payment_method", false));
        receipt.ifPresent(one -> payment.put("_receipt", one.copy()));
        payments.put(id, payment);
        begin(payment, wish);
        return id;
    }

    /** The payer is sent to a page; by a kept method the money moves, or does not, at once. */
    private void begin(JsonObject payment, JsonObject wish) {
        String id = payment.getString("id");
        String method = wish.getString("payment_method_id", "");
        if (method.isEmpty()) {
            JsonObject redirect = wish.getJsonObject("confirmation").copy();
            payment.put(
                    "confirmation", redirect.put("confirmation_url", baseUrl.get() + "/pay/" + id));
            return;
        }
        payment.put("_method", method);
        methods.refusalOf(method).ifPresentOrElse(reason -> cancel(id, reason), () -> pay(id));
    }

    /** The ways to pay that were kept. */
    public YooKassaMethods methods() {
        return methods;
    }

    /** As others see it. */
    static JsonObject shown(JsonObject payment) {
        JsonObject shown = payment.copy();
        List.of("_capture", "_keep", "_method", "_receipt").forEach(shown::remove);
        if (!shown.getString("status").equals("pending")) {
            shown.remove("confirmation");
        }
        return shown;
    }

    private static JsonObject metadata(JsonObject object) {
        return object.getJsonObject("metadata", new JsonObject());
    }

    /** What is left of it for the shop: YooKassa keeps 3.5 %, to the kopeck above. */
    private static JsonObject income(JsonObject payment) {
        JsonObject amount = payment.getJsonObject("amount");
        BigDecimal paid = new BigDecimal(amount.getString("value"));
        BigDecimal fee = paid.multiply(FEE).setScale(2, RoundingMode.UP);
        return amount.copy().put("value", paid.subtract(fee).setScale(2).toPlainString());
    }

    private static void canceled(JsonObject payment, String reason) {
        payment.put("status", "canceled")
                .put("paid", false)
                .put(
                        "cancellation_details",
                        new JsonObject().put("party", "yoo_money").put("reason", reason));
    }

    private Stream<JsonObject> live() {
        payments.values().forEach(this::endIfDue);
        return payments.values().stream();
    }

    private Optional<JsonObject> live(String id) {
        Optional<JsonObject> found = Optional.ofNullable(payments.get(id));
        found.ifPresent(this::endIfDue);
        return found;
    }

    private void endIfDue(JsonObject payment) {
        if (payment.getString("status").equals("pending") && isOver(payment)) {
            canceled(payment, "expired_on_confirmation");
        }
    }

    private boolean isOver(JsonObject payment) {
        Instant end = Instant.parse(payment.getString("created_at")).plus(PAYABLE);
        return !end.isAfter(clock.instant());
    }
}
