package io.cybervpn.sandbox.stripe;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The Checkout Sessions. Everything returned is a copy. Safe to use from any thread. */
public final class StripeSessions {

    private static final String INTENT = "payment_intent";

    private final StateLock lock;
    private final SandboxClock clock;
    private final Supplier<String> baseUrl;
    private final StripeEvents events;
    private final StripePayments payments;
    private final StripeCards cards;
    private final Map<String, JsonObject> sessions = new LinkedHashMap<>();
    private final Map<String, JsonObject> paymentMetadata = new LinkedHashMap<>();
    private final Set<String> keeping = new HashSet<>();

    StripeSessions(
            StateLock lock,
            SandboxClock clock,
            Supplier<String> baseUrl,
            StripeEvents events,
            StripePayments payments,
            StripeCards cards) {
        this.lock = lock;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.events = events;
        this.payments = payments;
        this.cards = cards;
    }

    /** Every session, oldest first. */
    public List<JsonObject> all() {
        return lock.with(() -> live().map(JsonObject::copy).toList());
    }

    /** The session with this id. */
    public Optional<JsonObject> find(String id) {
        return lock.with(() -> live(id).map(JsonObject::copy));
    }

    /** The sessions of our own reference, oldest first. */
    public List<JsonObject> byReference(String reference) {
        return lock.with(
                () ->
                        live().filter(it -> reference.equals(it.getString("client_reference_id")))
                                .map(JsonObject::copy)
                                .toList());
    }

    /**
     * Somebody pays with a card and the events leave; what is complete cannot be paid again, and
     * nothing happens. Throws IllegalArgumentException if there is none.
     */
    @CanIgnoreReturnValue
    public JsonObject pay(String id) {
        return pay(id, new JsonObject());
    }

    /**
     * Somebody pays, and the provider tells a different story: each field of {@code lies} replaces
     * the session's own, such as amount_total, currency, client_reference_id, metadata, livemode.
     * Paying an expired session works: money that comes late is still money.
     */
    @CanIgnoreReturnValue
    public JsonObject pay(String id, JsonObject lies) {
        return change(
                id,
                session -> {
                    if (session.getString("status").equals("complete")) {
                        return;
                    }
                    JsonObject intent = complete(session);
                    session.put("payment_status", "paid").mergeIn(lies);
                    copyMoney(session, intent);
                    payments.succeed(intent);
                    events.tell("checkout.session.completed", session);
                });
    }

    /** What is told of the money is told of its charge too, so that the same money goes back. */
    private static void copyMoney(JsonObject session, JsonObject intent) {
        if (session.getValue("amount_total") instanceof Number amount) {
            intent.put("amount", amount.longValue()).put("currency", session.getString("currency"));
        }
    }

    /** Somebody fills in the page, but his bank takes days: complete, and not paid. */
    @CanIgnoreReturnValue
    public JsonObject payLater(String id) {
        return change(
                id,
                session -> {
                    complete(session);
                    events.tell("checkout.session.completed", session);
                });
    }

    /** The bank has sent the money of {@link #payLater}. */
    @CanIgnoreReturnValue
    public JsonObject arrive(String id) {
        return change(
                id,
                session -> {
                    session.put("payment_status", "paid");
                    payments.succeed(intentOf(session));
                    events.tell("checkout.session.async_payment_succeeded", session);
                });
    }

    /** The bank has refused after {@link #payLater}. */
    @CanIgnoreReturnValue
    public JsonObject bounce(String id) {
        return change(
                id,
                session -> {
                    payments.fail(intentOf(session));
                    events.tell("checkout.session.async_payment_failed", session);
                });
    }

    /** Its time is over, now. Nothing happens to one that is complete or over. */
    @CanIgnoreReturnValue
    public JsonObject expire(String id) {
        return change(id, this::over);
    }

    /** Keeps a session exactly as given, as one known from an earlier run. */
    public void restore(JsonObject session) {
        lock.run(() -> sessions.put(session.getString("id"), session.copy()));
    }

    JsonObject create(SessionWish wish) {
        String id = StripeIds.next("cs_test_");
        JsonObject session =
                new JsonObject()
                        .put("id", id)
                        .put("object", "checkout.session")
                        .put("amount_subtotal", wish.amountTotal())
                        .put("amount_total", wish.amountTotal())
                        .putNull("cancel_url")
                        .putNull("client_reference_id")
                        .put("created", clock.instant().getEpochSecond())
                        .put("currency", wish.currency())
                        .put("expires_at", wish.expiresAt().getEpochSecond())
                        .put("livemode", false)
                        .put("metadata", wish.metadata())
                        .put("mode", "payment")
                        .putNull(INTENT)
                        .put("payment_status", "unpaid")
                        .put("status", "open")
                        .put("ui_mode", "hosted_page")
                        .put("description", wish.description())
                        .put("url", baseUrl.get() + "/c/pay/" + id);
        wish.texts().forEach(session::put);
        sessions.put(id, session);
        paymentMetadata.put(id, wish.paymentMetadata());
        keeping.addAll(wish.keeps() ? Set.of(id) : Set.of());
        return session.copy();
    }

    void clear() {
        sessions.clear();
        paymentMetadata.clear();
        keeping.clear();
    }

    private JsonObject change(String id, Consumer<JsonObject> act) {
        return lock.with(
                () -> {
                    JsonObject session =
                            live(id).orElseThrow(
                                            () -> new IllegalArgumentException("no session " + id));
                    act.accept(session);
                    return session.copy();
                });
    }

    @CanIgnoreReturnValue
    private JsonObject complete(JsonObject session) {
        JsonObject metadata =
                paymentMetadata.getOrDefault(session.getString("id"), new JsonObject());
        JsonObject intent = payments.begin(session, metadata);
        cards.use(intent, keeping.contains(session.getString("id")));
        session.put("status", "complete").put(INTENT, intent.getString("id")).putNull("url");
        return intent;
    }

    private JsonObject intentOf(JsonObject session) {
        return Optional.ofNullable(session.getString(INTENT))
                .map(payments.intents()::get)
                .orElseThrow(() -> new IllegalArgumentException("nobody has begun to pay it"));
    }

    /** All of them, with those whose time is over told so first. */
    private Stream<JsonObject> live() {
        sessions.values().forEach(this::expireIfDue);
        return sessions.values().stream();
    }

    private Optional<JsonObject> live(String id) {
        Optional<JsonObject> found = Optional.ofNullable(sessions.get(id));
        found.ifPresent(this::expireIfDue);
        return found;
    }

    private void expireIfDue(JsonObject session) {
        if (session.getLong("expires_at") <= clock.instant().getEpochSecond()) {
            over(session);
        }
    }

    private void over(JsonObject session) {
        if (session.getString("status").equals("open")) {
            session.put("status", "expired").putNull("url");
            events.tell("checkout.session.expired", session);
        }
    }
}
