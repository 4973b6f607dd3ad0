package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.tbank.TBank;
import io.cybervpn.sandbox.tbank.TBankSignature;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** T-Bank's sandbox. */
final class TBankStand implements Stand {
    final TBank bank = ShopWorld.sandbox().tBank();

    @Override
    public String provider() {
        return "tbank";
    }

    @Override
    public Seal seal() {
        return Seal.VALUES;
    }

    @Override
    public Push paid(PaymentView payment) {
        return paid(payment, price());
    }

    @Override
    public Push paid(PaymentView payment, Money told) {
        hold(2);
        JsonObject lies = new JsonObject().put("Amount", told.minorUnits());
        return saying("CONFIRMED", bank.payments().pay(id(payment), lies));
    }

    /** The bank knows roubles alone. */
    @Override
    public List<Money> otherMoney() {
        return List.of(new Money(price().minorUnits() - 1, Asset.RUB), new Money(1, Asset.RUB));
    }

    @Override
    public Optional<Push> end(PaymentView payment) {
        hold(1);
        return Optional.of(saying("REJECTED", bank.payments().become(id(payment), "REJECTED")));
    }

    @Override
    public List<Push> nobodys(PaymentView payment) {
        JsonObject object = object(payment);
        return List.of(
                saying("CONFIRMED", object.copy().put("OrderId", UUID.randomUUID().toString())),
                saying("CONFIRMED", object.copy().put("OrderId", "ord-7f3c")));
    }

    @Override
    public Push irrelevant(PaymentView payment) {
        return saying("RECEIPT", object(payment));
    }

    /** Also for a body in another spelling: the token is over the values. */
    @Override
    public Push sealed(String body) {
        return new Push(source(), body, Map.of());
    }

    @Override
    public List<Push> forged(Push push) {
        JsonObject body = new JsonObject(push.body());
        JsonObject other = body.copy().put("TerminalKey", "1700000000001DEMO");
        return List.of(
                push.withBody(body.copy().put("Token", "no token").encode()),
                push.withBody(body.copy().put("Token", "0".repeat(64)).encode()),
                push.withBody(body.copy().put("Password", "mine").encode()),
                push.withBody(TBankSignature.signed(other).encode()));
    }

    @Override
    public Push bare(Push push) {
        JsonObject body = new JsonObject(push.body());
        body.remove("Token");
        return push.withBody(body.encode());
    }

    @Override
    public Push altered(Push push) {
        return push.withBody(new JsonObject(push.body()).put("Amount", 19_901).encode());
    }

    @Override
    public Faults faults() {
        return bank.faults();
    }

    @Override
    public Webhooks webhooks() {
        return bank.webhooks();
    }

    @Override
    public Fault onMake(Fault fault) {
        return fault.on("POST", "/v2/Init");
    }

    @Override
    public Fault onRead(Fault fault) {
        return fault.on("POST", "/v2/GetState");
    }

    /** Those that somebody could pay. */
    @Override
    public int invoicesOf(PaymentView payment) {
        return (int)
                objects(payment).stream()
                        .filter(one -> !one.getString("Status").equals("CANCELED"))
                        .count();
    }

    Push saying(String status, JsonObject payment) {
        JsonObject push =
                new JsonObject()
                        .put("TerminalKey", TBank.TERMINAL)
                        .put("OrderId", payment.getString("OrderId"))
                        .put("Success", !status.equals("REJECTED"))
                        .put("Status", status)
                        .put("PaymentId", payment.getLong("PaymentId"))
                        .put("ErrorCode", status.equals("REJECTED") ? "1051" : "0")
                        .put("Amount", payment.getLong("Amount"))
                        .put("CardId", 322_264)
                        .put("Pan", "430000******0777")
                        .put("ExpDate", "1128")
                        .put("Data", new JsonObject().put("not", "signed"));
        return sealed(TBankSignature.signed(push).encode());
    }

    void hold(int pushes) {
        faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(pushes));
    }

    JsonObject object(PaymentView payment) {
        return objects(payment).getLast();
    }

    long id(PaymentView payment) {
        return object(payment).getLong("PaymentId");
    }

    private List<JsonObject> objects(PaymentView payment) {
        return bank.payments().ofOrder(payment.id().value().toString());
    }
}
