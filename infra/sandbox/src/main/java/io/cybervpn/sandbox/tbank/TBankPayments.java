package io.cybervpn.sandbox.tbank;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The payments of the terminal. Everything returned is a copy. Safe to use from any thread. */
public final class TBankPayments {

    private static final long FIRST_ID = 5_000_000_000L;
    private static final Set<String> UNPAID = Set.of("NEW", "FORM_SHOWED");
    private static final Set<String> PAID = Set.of("AUTHORIZED", "CONFIRMED", "PARTIAL_REFUNDED");

    private final StateLock lock;
    private final SandboxClock clock;
    private final Supplier<String> baseUrl;
    private final Consumer<JsonObject> tell;
    private final TreeMap<Long, JsonObject> payments = new TreeMap<>();
    private final Set<String> requests = new HashSet<>();
    private final TBankCards cards = new TBankCards();
    private boolean slow;
    private boolean refusing;

    TBankPayments(
            StateLock lock,
            SandboxClock clock,
            Supplier<String> baseUrl,
            Consumer<JsonObject> tell) {
        this.lock = lock;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.tell = tell;
    }

    /** The cards that may be charged without their owner. */
    public TBankCards cards() {
        return cards;
    }

    /** Every payment, oldest first. */
    public List<JsonObject> all() {
        return lock.with(() -> live().map(JsonObject::copy).toList());
    }

    /** The payment with this id. */
    public Optional<JsonObject> find(long id) {
        return lock.with(() -> live(id).map(JsonObject::copy));
    }

    /** The payments of an order, oldest first. */
    public List<JsonObject> ofOrder(String order) {
        return lock.with(
                () ->
                        live().filter(one -> order.equals(one.getString("OrderId")))
                                .map(JsonObject::copy)
                                .toList());
    }

    /** As {@link #pay(long, JsonObject)} without lies. */
    @CanIgnoreReturnValue
    public JsonObject pay(long id) {
        return pay(id, new JsonObject());
    }

    /**
     * Somebody pays it: it is told as authorised and then as confirmed. Each field of {@code lies}
     * replaces the payment's own. What is paid cannot be paid again, and nothing happens; what has
     * ended can: money that comes late is still money.
     */
    @CanIgnoreReturnValue
    public JsonObject pay(long id, JsonObject lies) {
        return lock.with(
                () -> {
                    JsonObject payment = existing(id);
                    if (!payment.getString("Status").equals("CONFIRMED")) {
                        cards.use(payment);
                        payment.mergeIn(lies).put("Status", "AUTHORIZED");
                        tell.accept(payment.copy());
                        payment.put("Status", "CONFIRMED");
                        tell.accept(payment.copy());
                    }
                    return payment.copy();
                });
    }

    /**
     * By the shop, without the payer. What is not new any more is not charged.
     *
     * @return empty if there is no such card, or nothing to be charged
     */
    Optional<JsonObject> charge(long id, String rebillId) {
        JsonObject payment = existing(id);
        if (!payment.getString("Status").equals("NEW") || !cards.knows(rebillId)) {
            return Optional.empty();
        }
        payment.put("_rebill", rebillId);
        return Optional.of(
                cards.refusalOf(rebillId)
                        .map(code -> become(id, "REJECTED").put("_code", code))
                        .orElseGet(() -> pay(id)));
    }

    /** It goes into this state, and that is told: REJECTED, DEADLINE_EXPIRED, REFUNDED, … */
    @CanIgnoreReturnValue
    public JsonObject become(long id, String status) {
        return lock.with(
                () -> {
                    JsonObject payment = existing(id).put("Status", status);
                    tell.accept(payment.copy());
                    return payment.copy();
                });
    }

    void clear() {
        payments.clear();
        requests.clear();
        cards.clear();
        slow = false;
        refusing = false;
    }

    JsonObject create(JsonObject wish) {
        // Later runs go on above earlier ones, whose ids a shop's database still has.
        long first = FIRST_ID + clock.instant().getEpochSecond();
        long id = payments.isEmpty() ? first : Math.max(first, payments.lastKey() + 1);
        JsonObject payment =
                new JsonObject()
                        .put("PaymentId", id)
                        .put("OrderId", wish.getString("OrderId"))
                        .put("Amount", wish.getLong("Amount"))
                        .put("Status", "NEW")
                        .put("Description", wish.getString("Description", ""))
                        .put("RedirectDueDate", wish.getString("RedirectDueDate", ""))
                        .put("PaymentURL", baseUrl.get() + "/pay/" + id);
        Optional.ofNullable(wish.getString("Recurrent"))
                .ifPresent(recurrent -> payment.put("Recurrent", recurrent));
        payments.put(id, payment);
        return payment.copy();
    }

    /** A customer sees the page. */
    void show(long id) {
        JsonObject payment = existing(id);
        if (payment.getString("Status").equals("NEW")) {
            payment.put("Status", "FORM_SHOWED");
        }
    }

    /** From now on a refund is {@code REFUNDING} until {@link #settleRefunds}. */
    public void refundSlowly() {
        lock.run(() -> slow = true);
    }

    /** Whether refunds are refused from now on. */
    public void refuseRefunds(boolean refuses) {
        lock.run(() -> refusing = refuses);
    }

    /** Those on their way arrive, and that is told; refunds are quick again. */
    public void settleRefunds() {
        lock.run(
                () -> {
                    slow = false;
                    payments.values().stream()
                            .filter(one -> one.getString("Status").equals("REFUNDING"))
                            .forEach(this::settle);
                });
    }

    /**
     * Somebody gives money back in the bank's cabinet, and that is told. Throws
     * IllegalArgumentException if there is not so much.
     */
    @CanIgnoreReturnValue
    public JsonObject refund(long id, long kopecks) {
        return lock.with(
                () ->
                        cancel(id, Optional.of(kopecks), Optional.empty())
                                .orElseThrow(() -> new IllegalArgumentException("too much")));
    }

    /**
     * By the shop; empty if there is nothing to cancel any more, or not so much. A request that was
     * made before changes nothing.
     */
    Optional<JsonObject> cancel(long id, Optional<Long> kopecks, Optional<String> request) {
        Optional<JsonObject> payment = Optional.ofNullable(payments.get(id));
        if (request.filter(key -> !requests.add(id + " " + key)).isPresent()) {
            return payment.map(one -> one.copy().put("_was", one.getLong("Amount")));
        }
        Optional<JsonObject> done =
                payment.filter(one -> UNPAID.contains(one.getString("Status")))
                        .map(one -> one.put("Status", "CANCELED"))
                        .or(() -> payment.flatMap(one -> giveBack(one, kopecks)));
        if (done.isEmpty()) {
            request.ifPresent(key -> requests.remove(id + " " + key));
        }
        return done.map(JsonObject::copy);
    }

    private Optional<JsonObject> giveBack(JsonObject payment, Optional<Long> kopecks) {
        long was = payment.getLong("Amount");
        long wish = kopecks.orElse(was);
        if (refusing || wish < 1 || wish > was || !PAID.contains(payment.getString("Status"))) {
            return Optional.empty();
        }
        boolean held = payment.getString("Status").equals("AUTHORIZED");
        payment.put("Amount", was - wish)
                .put("_was", was)
                .put("_to", (was > wish ? "PARTIAL_" : "") + (held ? "REVERSED" : "REFUNDED"))
                .put("Status", "REFUNDING");
        if (!slow) {
            settle(payment);
        }
        return Optional.of(payment);
    }

    private void settle(JsonObject payment) {
        payment.put("Status", payment.remove("_to"));
        tell.accept(payment.copy());
    }

    private Stream<JsonObject> live() {
        payments.values().forEach(this::endIfDue);
        return payments.values().stream();
    }

    private Optional<JsonObject> live(long id) {
        Optional<JsonObject> found = Optional.ofNullable(payments.get(id));
        found.ifPresent(this::endIfDue);
        return found;
    }

    private JsonObject existing(long id) {
        return live(id).orElseThrow(() -> new IllegalArgumentException("no payment " + id));
    }

    private void endIfDue(JsonObject payment) {
        String end = payment.getString("RedirectDueDate");
        if (UNPAID.contains(payment.getString("Status"))
                && !end.isEmpty()
                && !OffsetDateTime.parse(end).toInstant().isAfter(clock.instant())) {
            payment.put("Status", "DEADLINE_EXPIRED");
        }
    }
}
