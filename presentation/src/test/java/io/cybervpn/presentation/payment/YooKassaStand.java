package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** YooKassa's sandbox. The application's own proxy is this machine. */
final class YooKassaStand implements Stand {
    private static final String FORWARDED = "X-Forwarded-For";

    final YooKassa yooKassa = ShopWorld.sandbox().yooKassa();

    @Override
    public String provider() {
        return "yookassa";
    }

    @Override
    public Seal seal() {
        return Seal.SENDER;
    }

    @Override
    public Push paid(PaymentView payment) {
        return paid(payment, new JsonObject());
    }

    @Override
    public Push paid(PaymentView payment, Money told) {
        JsonObject amount =
                new JsonObject()
                        .put("value", told.toDecimal())
                        .put("currency", told.asset().code());
        return paid(payment, new JsonObject().put("amount", amount));
    }

    Push paid(PaymentView payment, JsonObject lies) {
        faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        JsonObject paid = yooKassa.payments().pay(id(payment), lies);
        return saying("payment." + paid.getString("status"), paid);
    }

    @Override
    public Optional<Push> lie(PaymentView payment) {
        JsonObject lie = object(payment).put("status", "succeeded").put("paid", true);
        return Optional.of(saying("payment.succeeded", lie));
    }

    @Override
    public Optional<Push> end(PaymentView payment) {
        faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        JsonObject ended = yooKassa.payments().cancel(id(payment), "general_decline");
        return Optional.of(saying("payment.canceled", ended.put("status", "canceled")));
    }

    @Override
    public List<Push> nobodys(PaymentView payment) {
        JsonObject paid = object(payment).put("status", "succeeded").put("paid", true);
        JsonObject unknown = new JsonObject().put("payment", UUID.randomUUID().toString());
        return List.of(
                saying("payment.succeeded", paid.copy().put("metadata", unknown)),
                saying("payment.succeeded", paid.copy().put("metadata", new JsonObject())));
    }

    @Override
    public Push irrelevant(PaymentView payment) {
        return saying("payment_method.active", new JsonObject().put("id", id(payment)));
    }

    @Override
    public Push sealed(String body) {
        return from("185.71.76.31", body);
    }

    @Override
    public List<Push> forged(Push push) {
        return List.of(
                from("185.71.76.32", push.body()),
                from("185.71.76.1, 203.0.113.9", push.body()),
                from("2a02:5181::1", push.body()));
    }

    @Override
    public Faults faults() {
        return yooKassa.faults();
    }

    @Override
    public Webhooks webhooks() {
        return yooKassa.webhooks();
    }

    @Override
    public Fault onMake(Fault fault) {
        return fault.on("POST", "/v3/payments");
    }

    @Override
    public Fault onRead(Fault fault) {
        return fault.on("GET", "/v3/payments/");
    }

    @Override
    public int invoicesOf(PaymentView payment) {
        return objects(payment).size();
    }

    Push saying(String event, JsonObject object) {
        return sealed(
                new JsonObject()
                        .put("type", "notification")
                        .put("event", event)
                        .put("object", object)
                        .encode());
    }

    JsonObject object(PaymentView payment) {
        return objects(payment).getFirst();
    }

    String id(PaymentView payment) {
        return object(payment).getString("id");
    }

    private List<JsonObject> objects(PaymentView payment) {
        return yooKassa.payments().byMetadata("payment", payment.id().value().toString());
    }

    private Push from(String addresses, String body) {
        return new Push(source(), body, Map.of(FORWARDED, addresses));
    }
}
