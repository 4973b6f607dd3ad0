package io.cybervpn.sandbox.cryptopay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.NodeClient;
import io.cybervpn.sandbox.Receiver;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Crypto Pay 1.5.2 as far as its documentation goes. */
class CryptoPayTest {

    private static final String TOKEN = "12345:AAAbbbCCCdddEEEfffGGGhhhIIIjjjKKKll";
    private static final String VECTOR =
            """
            {"update_id":1,"update_type":"invoice_paid","request_date":"2026-01-02T03:04:05.000Z","payload":{"invoice_id":528890,"hash":"IVDoTcNBYEfk","currency_type":"fiat","fiat":"RUB","amount":"199.00","paid_asset":"USDT","paid_amount":"2.15","paid_fiat_rate":"92.55","accepted_assets":["USDT","TON"],"fee_asset":"USDT","fee_amount":"0.0645","status":"paid","payload":"order:7f3c","paid_at":"2026-01-02T03:04:04.000Z"}}"""
                    .strip();
    private static final String RAW_VECTOR =
            "{\"update_id\": 2, \"update_type\": \"invoice_paid\", \"request_date\": \"2026-01-02T03:04:05.000Z\","
                    + " \"payload\": {\"invoice_id\": 1, \"amount\": \"10.0\","
                    + " \"description\": \"caf\\u00e9 \\/ vpn\"}}";

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(
                    SandboxSettings.free().withCryptoPayWebhooks(receiver.url()),
                    SandboxTempo.quick());
    private final Http cryptoPay = Http.cryptoPay(world.cryptoPayUrl());

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    @Test
    void the_published_vectors_are_signed_as_published() {
        assertThat(VECTOR).hasSize(410);
        assertThat(RAW_VECTOR).hasSize(174);
        assertThat(HexFormat.of().formatHex(io.cybervpn.sandbox.http.Hmac.sha256(bytes(TOKEN))))
                .isEqualTo("e9370519b708cb92667e1da3974b1cc1438fd720a7cc7f0363833118944214e2");
        assertThat(CryptoPayWebhooks.signature(TOKEN, bytes(VECTOR)))
                .isEqualTo("57954e86c18768042a3cc0acf6f951abba9ac3fa8eb1ac282322b6d921322fd9");
        assertThat(CryptoPayWebhooks.signature(TOKEN, bytes(RAW_VECTOR)))
                .isEqualTo("8d28f3a648f37077c79e1eae4290b4eaa3181a23ae910a654410f5ec2a4fcc3f");
    }

    @Test
    void a_paid_invoice_looks_like_the_published_one() {
        long id = create(fiat()).getLong("invoice_id");
        world.cryptoPay().invoices().pay(id);

        Receiver.Received told = receiver.await(1).getFirst();

        assertThat(told.header("crypto-pay-api-signature"))
                .isEqualTo(CryptoPayWebhooks.signature(TOKEN, told.body()));
        JsonObject vector = new JsonObject(VECTOR);
        assertThat(told.json().fieldNames()).isEqualTo(vector.fieldNames());
        JsonObject published = vector.getJsonObject("payload");
        JsonObject invoice = told.json().getJsonObject("payload");
        assertThat(invoice.fieldNames()).containsAll(published.fieldNames());
        published
                .fieldNames()
                .forEach(
                        field ->
                                assertThat(invoice.getValue(field).getClass().getSimpleName())
                                        .as(field)
                                        .isIn(
                                                published
                                                        .getValue(field)
                                                        .getClass()
                                                        .getSimpleName(),
                                                "Long",
                                                "Integer"));
        assertThat(invoice.getString("paid_amount")).isEqualTo("2.15018909");
        assertThat(invoice.getString("payload")).isEqualTo("order:7f3c");
    }

    @Test
    void parameters_come_as_json_form_or_query_by_get_or_post() {
        String query = "asset=TON&amount=1.5&payload=a%20b";
        JsonObject json =
                new JsonObject().put("asset", "TON").put("amount", 1.5).put("payload", "a b");

        JsonObject byJson = result(cryptoPay.post("/api/createInvoice", json));
        JsonObject byQuery = result(cryptoPay.get("/api/createInvoice?" + query));
        JsonObject byForm =
                result(
                        cryptoPay
                                .with("Content-Type", "application/x-www-form-urlencoded")
                                .send("POST", "/api/createInvoice", Optional.of(query)));

        for (JsonObject invoice : new JsonObject[] {byJson, byQuery, byForm}) {
            assertThat(invoice.getValue("amount")).isEqualTo("1.5");
            assertThat(invoice.getString("payload")).isEqualTo("a b");
            assertThat(invoice.getString("status")).isEqualTo("active");
            assertThat(invoice.getString("mini_app_invoice_url"))
                    .startsWith(world.cryptoPayUrl().toString());
        }
    }

    @Test
    void what_is_wrong_is_refused_in_the_envelope() {
        assertThat(error(Http.bare(world.cryptoPayUrl()).get("/api/getMe")))
                .isEqualTo("401 UNAUTHORIZED");
        assertThat(error(cryptoPay.get("/api/getNothing"))).isEqualTo("405 METHOD_NOT_FOUND");
        assertThat(error(cryptoPay.get("/api/createInvoice?asset=DOGE&amount=1")))
                .isEqualTo("400 ASSET_INVALID");
        assertThat(error(cryptoPay.get("/api/createInvoice?asset=TON&amount=0")))
                .isEqualTo("400 AMOUNT_INVALID");
        assertThat(error(cryptoPay.get("/api/createInvoice?asset=TON&amount=1&expires_in=2678401")))
                .isEqualTo("400 EXPIRES_IN_INVALID");
        assertThat(error(cryptoPay.get("/api/createInvoice?currency_type=fiat&fiat=XTR&amount=1")))
                .isEqualTo("400 FIAT_INVALID");
        assertThat(
                        error(
                                cryptoPay.post(
                                        "/api/createInvoice",
                                        fiat().put("paid_btn_name", "openBot"))))
                .isEqualTo("400 PAID_BTN_URL_INVALID");
        assertThat(
                        error(
                                cryptoPay
                                        .with("Content-Type", "application/json")
                                        .send(
                                                "POST",
                                                "/api/createInvoice",
                                                Optional.of("{\"a\":"))))
                .isEqualTo("400 JSON_INVALID");
    }

    @Test
    void invoices_expire_and_late_money_is_still_money() {
        JsonObject invoice = create(fiat().put("expires_in", 60));
        long id = invoice.getLong("invoice_id");
        world.cryptoPay().clock().advance(Duration.ofSeconds(61));

        assertThat(items("?invoice_ids=" + id).getJsonObject(0).getString("status"))
                .isEqualTo("expired");
        assertThat(items("?status=active")).isEmpty();
        assertThat(cryptoPay.post("/_sandbox/invoices/" + id + "/pay").status()).isEqualTo(200);
        assertThat(items("?status=paid&fiat=RUB")).hasSize(1);
    }

    @Test
    void a_lying_payment_tells_another_amount_and_asset() {
        long id =
                create(new JsonObject().put("asset", "USDT").put("amount", "10"))
                        .getLong("invoice_id");

        cryptoPay.post(
                "/_sandbox/invoices/" + id + "/pay",
                new JsonObject().put("amount", "1").put("asset", "TRX"));

        JsonObject told = receiver.await(1).getFirst().json().getJsonObject("payload");
        assertThat(told.getString("amount") + told.getString("asset")).isEqualTo("1TRX");
        assertThat(items("?invoice_ids=" + id).getJsonObject(0)).isEqualTo(told);
    }

    @Test
    void a_webhook_is_repeated_until_it_is_taken_and_can_be_sent_again() {
        receiver.answering(n -> n < 3 ? 503 : 200);
        world.cryptoPay().invoices().pay(create(fiat()).getLong("invoice_id"));

        var tries = receiver.await(3);
        assertThat(tries)
                .allSatisfy(it -> assertThat(it.body()).isEqualTo(tries.getFirst().body()));
        assertThat(cryptoPay.post("/_sandbox/webhooks/1/resend").status()).isEqualTo(202);
        assertThat(receiver.await(4).getLast().body()).isEqualTo(tries.getFirst().body());
        assertThat(cryptoPay.post("/_sandbox/webhooks/9/resend").status()).isEqualTo(404);
    }

    @Test
    void deleted_invoices_disappear_and_the_balance_pays_refunds_once() {
        long gone = create(fiat()).getLong("invoice_id");
        world.cryptoPay()
                .invoices()
                .pay(create(fiat().put("amount", "9255")).getLong("invoice_id"));

        assertThat(cryptoPay.get("/api/deleteInvoice?invoice_id=" + gone).json().getValue("result"))
                .isEqualTo(true);
        assertThat(items("?count=10")).hasSize(1);
        assertThat(
                        cryptoPay
                                .get("/api/getBalance")
                                .json()
                                .getJsonArray("result")
                                .getJsonObject(0)
                                .getString("available"))
                .isEqualTo("97");
        String transfer = "/api/transfer?user_id=7&asset=USDT&amount=50&spend_id=refund-1";
        assertThat(result(cryptoPay.get(transfer)).getString("status")).isEqualTo("completed");
        assertThat(error(cryptoPay.get(transfer))).isEqualTo("400 SPEND_ID_ALREADY_USED");
        assertThat(error(cryptoPay.get(transfer + "2"))).isEqualTo("400 NOT_ENOUGH_COINS");
        assertThat(transfersOf("refund-1").getJsonObject(0).getString("amount")).isEqualTo("50");
        assertThat(transfersOf("refund-2")).isEmpty();
        assertThat(cryptoPay.get("/api/getExchangeRates").json().getJsonArray("result"))
                .isNotEmpty();
    }

    /** Its server takes the pushes too, so this one has a world of its own. */
    @Test
    void an_independent_client_agrees() throws IOException {
        int port = freePort();
        String pushes = "http://127.0.0.1:" + port + "/hook";
        try (SandboxWorld own =
                SandboxWorld.start(
                        SandboxSettings.free().withCryptoPayWebhooks(pushes),
                        SandboxTempo.quick())) {
            assertThat(
                            NodeClient.run(
                                    "@foile/crypto-pay-api",
                                    "cryptopay.mjs",
                                    own.cryptoPayUrl().toString(),
                                    SandboxSettings.free().cryptoPayToken(),
                                    Integer.toString(port)))
                    .contains("crypto pay agrees");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private JsonArray transfersOf(String spendId) {
        return result(cryptoPay.get("/api/getTransfers?spend_id=" + spendId)).getJsonArray("items");
    }

    private JsonArray items(String query) {
        return result(cryptoPay.get("/api/getInvoices" + query)).getJsonArray("items");
    }

    private JsonObject create(JsonObject wish) {
        return result(cryptoPay.post("/api/createInvoice", wish));
    }

    private static JsonObject fiat() {
        return new JsonObject()
                .put("currency_type", "fiat")
                .put("fiat", "RUB")
                .put("amount", "199.00")
                .put("accepted_assets", "USDT,TON")
                .put("payload", "order:7f3c");
    }

    private static JsonObject result(Http.Reply reply) {
        assertThat(reply.json().getBoolean("ok")).as(reply.text()).isTrue();
        return reply.json().getJsonObject("result");
    }

    private static String error(Http.Reply reply) {
        JsonObject error = reply.json().getJsonObject("error");
        assertThat(error.getInteger("code")).isEqualTo(reply.status());
        return reply.status() + " " + error.getString("name");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
