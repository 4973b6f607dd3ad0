package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.stripe.Stripe;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.AbstractMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stripe's sandbox. Its pushes are signed when they leave, by the shop's clock. */
final class StripeStand implements Stand {
    static final String SIGNATURE = "Stripe-Signature";

    /** What a payment tells: of the charge, of the intent, of the session. */
    private static final int EVENTS_OF_A_PAYMENT = 3;

    private final Stripe stripe = ShopWorld.sandbox().stripe();
    private final InstantSource shopClock;

    StripeStand(InstantSource shopClock) {
        this.shopClock = shopClock;
    }

    /** Stripe signs each attempt anew: a push that waits does not grow old. */
    private final class SignedNow extends AbstractMap<String, String> {
        private final byte[] body;

        SignedNow(String body) {
            this.body = body.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            long now = shopClock.instant().getEpochSecond();
            return Set.of(Map.entry(SIGNATURE, Stripe.signatureHeader(now, body)));
        }
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public Seal seal() {
        return Seal.BYTES;
    }

    @Override
    public Push paid(PaymentView payment) {
        return paid(payment, price());
    }

    @Override
    public Push paid(PaymentView payment, Money told) {
        faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(EVENTS_OF_A_PAYMENT));
        JsonObject money =
                new JsonObject()
                        .put("currency", told.asset().code().toLowerCase(Locale.ROOT))
                        .put("amount_total", told.minorUnits());
        stripe.sessions().pay(sessionId(payment), money);
        return newest("checkout.session.completed");
    }

    @Override
    public Optional<Push> end(PaymentView payment) {
        JsonObject session = session(payment);
        if (!session.getString("status").equals("open")) {
            return Optional.of(
                    saying("checkout.session.expired", session.put("status", "expired")));
        }
        faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        stripe.sessions().expire(session.getString("id"));
        return Optional.of(newest("checkout.session.expired"));
    }

    @Override
    public List<Push> nobodys(PaymentView payment) {
        return List.of(
                saying("checkout.session.completed", of(payment, UUID.randomUUID().toString())),
                saying("checkout.session.completed", of(payment, "order:7f3c")));
    }

    private static JsonObject of(PaymentView payment, String reference) {
        return paidSession(payment)
                .put("client_reference_id", reference)
                .put("metadata", new JsonObject().put("payment", reference));
    }

    @Override
    public Push irrelevant(PaymentView payment) {
        return saying("invoice.paid", paidSession(payment));
    }

    @Override
    public Push sealed(String body) {
        return new Push(source(), body, new SignedNow(body));
    }

    @Override
    public List<Push> forged(Push push) {
        return List.of(
                sealed(push.body() + " ").withBody(push.body()),
                signed(push, 301),
                signed(push, -301),
                new Push(source(), push.body(), Map.of(SIGNATURE, "t=1,v1=no hex at all")));
    }

    /** Rightly signed, so many seconds from now. */
    private Push signed(Push push, long seconds) {
        long then = shopClock.instant().getEpochSecond() + seconds;
        byte[] body = push.body().getBytes(StandardCharsets.UTF_8);
        return new Push(
                source(), push.body(), Map.of(SIGNATURE, Stripe.signatureHeader(then, body)));
    }

    @Override
    public Faults faults() {
        return stripe.faults();
    }

    @Override
    public Webhooks webhooks() {
        return stripe.webhooks();
    }

    @Override
    public Fault onMake(Fault fault) {
        return fault.on("POST", "/v1/checkout/sessions");
    }

    @Override
    public Fault onRead(Fault fault) {
        return fault.on("GET", "/v1/checkout/sessions");
    }

    @Override
    public int invoicesOf(PaymentView payment) {
        return sessions(payment).size();
    }

    /** The session that the sandbox made for a payment. */
    static JsonObject session(PaymentView payment) {
        return sessions(payment).getFirst();
    }

    static String sessionId(PaymentView payment) {
        return session(payment).getString("id");
    }

    private static List<JsonObject> sessions(PaymentView payment) {
        return ShopWorld.sandbox().stripe().sessions().byReference(payment.id().value().toString());
    }

    /** As if it were paid, while the sandbox knows nothing of it. */
    static JsonObject paidSession(PaymentView payment) {
        return session(payment).put("status", "complete").put("payment_status", "paid");
    }

    /** An event about an object. */
    Push saying(String type, JsonObject object) {
        return sealed(
                new JsonObject()
                        .put("id", "evt_" + UUID.randomUUID())
                        .put("object", "event")
                        .put("created", shopClock.instant().getEpochSecond())
                        .put("type", type)
                        .put("livemode", false)
                        .put("data", new JsonObject().put("object", object))
                        .encode());
    }

    /** What the sandbox told last of this type. */
    Push newest(String type) {
        JsonObject event =
                stripe.events().stream()
                        .filter(it -> it.getString("type").equals(type))
                        .findFirst()
                        .orElseThrow();
        return sealed(event.encode());
    }
}
