package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.cryptopay.CryptoPay;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.Hmac;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Crypto Pay's sandbox. */
final class CryptoBotStand implements Stand {
    static final String SIGNATURE = "crypto-pay-api-signature";

    private final CryptoPay cryptoPay = ShopWorld.sandbox().cryptoPay();

    @Override
    public String provider() {
        return "cryptobot";
    }

    @Override
    public Seal seal() {
        return Seal.BYTES;
    }

    @Override
    public Push paid(PaymentView payment) {
        return paid(payment, price());
    }

    /** Also paid at the provider, for those that ask it. */
    @Override
    public Push paid(PaymentView payment, Money told) {
        faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        JsonObject money =
                new JsonObject()
                        .put("fiat", told.asset().code())
                        .put("amount", told.toDecimal())
                        .put("paid_asset", "USDT");
        return saying(cryptoPay.invoices().pay(invoiceId(payment), money));
    }

    @Override
    public Optional<Push> end(PaymentView payment) {
        JsonObject ended = cryptoPay.invoices().expire(invoiceId(payment));
        assert ended.getString("status").equals("expired");
        return Optional.empty();
    }

    @Override
    public List<Push> nobodys(PaymentView payment) {
        JsonObject paid = paidInvoice(payment);
        return List.of(
                saying(paid.copy().put("payload", UUID.randomUUID().toString())),
                saying(paid.copy().put("payload", "order:7f3c")));
    }

    @Override
    public Push irrelevant(PaymentView payment) {
        return sealed(
                new JsonObject(saying(paidInvoice(payment)).body())
                        .put("update_type", "invoice_seen")
                        .encode());
    }

    @Override
    public Push sealed(String body) {
        return new Push(source(), body, Map.of(SIGNATURE, signature(body)));
    }

    @Override
    public List<Push> forged(Push push) {
        return List.of(
                sealed(push.body() + " ").withBody(push.body()),
                new Push(source(), push.body(), Map.of(SIGNATURE, "no hex at all")));
    }

    @Override
    public Faults faults() {
        return cryptoPay.faults();
    }

    @Override
    public Webhooks webhooks() {
        return cryptoPay.webhooks();
    }

    @Override
    public Fault onMake(Fault fault) {
        return fault.on("POST", "/api/createInvoice");
    }

    @Override
    public Fault onRead(Fault fault) {
        return fault.on("", "/api/getInvoices");
    }

    @Override
    public int invoicesOf(PaymentView payment) {
        return invoices(payment).size();
    }

    @Override
    public void calm() {
        Stand.super.calm();
        cryptoPay.clock().reset();
    }

    /** The invoice that the sandbox made for a payment. */
    static JsonObject invoice(PaymentView payment) {
        return invoices(payment).getFirst();
    }

    static long invoiceId(PaymentView payment) {
        return invoice(payment).getLong("invoice_id");
    }

    /** As if it were paid, while the sandbox knows nothing of it. */
    static JsonObject paidInvoice(PaymentView payment) {
        return invoice(payment)
                .put("status", "paid")
                .put("paid_asset", "USDT")
                .put("paid_amount", "2.15")
                .put("paid_at", "2026-11-21T04:00:00.000Z");
    }

    /** A push that says so; each call is a new update of the same invoice. */
    Push saying(JsonObject invoice) {
        return sealed(
                new JsonObject()
                        .put("update_id", 1)
                        .put("update_type", "invoice_paid")
                        .put("request_date", Instant.now().toString())
                        .put("payload", invoice)
                        .encode());
    }

    private static List<JsonObject> invoices(PaymentView payment) {
        return ShopWorld.sandbox()
                .cryptoPay()
                .invoices()
                .byPayload(payment.id().value().toString());
    }

    private static String signature(String body) {
        byte[] key = Hmac.sha256(ShopWorld.CRYPTO_PAY_TOKEN.getBytes(StandardCharsets.UTF_8));
        return Hmac.sha256Hex(key, body.getBytes(StandardCharsets.UTF_8));
    }
}
