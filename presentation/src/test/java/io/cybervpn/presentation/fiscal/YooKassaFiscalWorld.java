package io.cybervpn.presentation.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop whose staff switch YooKassa's receipts on while it runs. */
abstract class YooKassaFiscalWorld extends FiscalWorld {
    static final String GATEWAY = "/api/v1/admin/payment-gateways/yookassa";
    static final Map<String, String> ON =
            Map.of("receipts", "on", "receipt_vat_code", "11", "receipt_tax_system", "2");

    @Inject StartPayment startPayment;

    final YooKassa yooKassa = ShopWorld.sandbox().yooKassa();

    @BeforeEach
    void staff_switch_receipts_on() {
        set(ON);
        await().until(() -> registrar().equals("yookassa"));
    }

    @AfterEach
    void staff_switch_them_off() {
        yooKassa.receipts().next("succeeded");
        yooKassa.faults().clear();
        pool.query("delete from payment_gateway").execute().await().indefinitely();
        staff().get(GATEWAY).then().statusCode(200);
        await().until(() -> registrar().equals("nalog"));
    }

    void set(Map<String, String> fields) {
        var seen = staff().get(GATEWAY).then().statusCode(200).extract().jsonPath();
        Map<String, Object> wish = new HashMap<>();
        for (String same :
                List.of(
                        "offered",
                        "sortOrder",
                        "label",
                        "limits",
                        "countries",
                        "deniedCountries",
                        "groups",
                        "inStoreApps")) {
            wish.put(same, seen.get(same));
        }
        wish.put("fields", fields);
        wish.put("version", seen.getLong("version"));
        decides().body(wish).put(GATEWAY).then().statusCode(200);
    }

    static RequestSpecification decides() {
        return staff().header("X-Reason", "a decision of a test");
    }

    String registrar() {
        return pool.query("select registrar from fiscal_coverage where provider = 'yookassa'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("registrar");
    }

    UUID begun() {
        return begun(UUID.fromString(payer));
    }

    UUID begun(UUID account) {
        var result =
                startPayment
                        .execute(
                                new StartPayment.Command(
                                        UUID.randomUUID(),
                                        new AccountId(account),
                                        new Money(19_900, Asset.RUB),
                                        "CyberVPN Pro, 30 days",
                                        "yookassa",
                                        30,
                                        Instant.now().plusSeconds(3600)))
                        .await()
                        .indefinitely();
        assertThat(result).isInstanceOf(StartPayment.Result.Started.class);
        return ((StartPayment.Result.Started) result).payment().id().value();
    }

    JsonObject theirs(UUID payment) {
        return yooKassa.payments().byMetadata("payment", payment.toString()).getFirst();
    }

    void pay(UUID payment) {
        assertThat(yooKassa.payments().pay(theirs(payment).getString("id"))).isNotNull();
    }

    List<JsonObject> receipts(UUID payment) {
        return yooKassa.receipts().of(theirs(payment).getString("id"));
    }

    List<String> statuses(UUID payment) {
        return receipts(payment).stream().map(one -> one.getString("status")).toList();
    }

    /** A payment that is followed: waits end at once here. */
    void follow(UUID payment, String state) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(
                        () -> {
                            hurry();
                            assertThat(countOf(payment, state)).isPositive();
                        });
    }

    static JsonObject line(JsonObject receipt) {
        assertThat(receipt.getJsonArray("items")).hasSize(1);
        return receipt.getJsonArray("items").getJsonObject(0);
    }

    String refund(UUID payment, String amount) {
        return decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("to", "provider", "amount", amount))
                .post("/api/v1/admin/payments/" + payment + "/refunds")
                .then()
                .statusCode(201)
                .extract()
                .path("refund.id");
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
