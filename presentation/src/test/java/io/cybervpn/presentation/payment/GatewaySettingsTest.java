package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.model.GatewaySecret;
import io.cybervpn.domain.payment.repository.GatewayRecords;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Staff set providers while the shop runs (R79), and the same rules list ways to pay and pay. */
@QuarkusTest
class GatewaySettingsTest {
    private static final String GATEWAYS = "/api/v1/admin/payment-gateways/";

    @Inject Pool pool;
    @Inject Till till;
    @Inject Customers customers;
    @Inject Pumps pumps;
    @Inject SecretBox box;
    @Inject GatewayRecords records;
    @Inject UnitOfWork unitOfWork;

    private final YooKassaStand yooKassa = new YooKassaStand();

    @AfterEach
    void asConfigured() {
        for (String sql :
                List.of(
                        "delete from payment_gateway",
                        "delete from payment_gateway_secret",
                        "delete from payment_gateway_former_secret")) {
            pool.query(sql).execute().await().indefinitely();
        }
        get("").statusCode(200);
    }

    @Test
    void what_is_configured_is_shown_and_secrets_never_are() {
        String body = get("stripe").statusCode(200).extract().asString();
        JsonPath stripe = new JsonPath(body);

        assertThat(stripe.getBoolean("ready")).isTrue();
        assertThat(stripe.getBoolean("offered")).isTrue();
        assertThat(stripe.getLong("version")).isZero();
        assertThat(stripe.getList("fields.findAll { it.secret }.value"))
                .hasSize(2)
                .containsOnlyNulls();
        assertThat(stripe.getList("fields.findAll { it.secret }.set")).containsOnly(true);
        assertThat(body).doesNotContain("sk_test").doesNotContain("whsec");
    }

    @Test
    void a_secret_that_is_set_counts_at_once_and_goes_back_to_the_configured_one() {
        String wrong = "sk_test_AnotherShopAltogether0000";
        secret("stripe", "secret_key", wrong).statusCode(204);

        StartPayment.Result refused = till.startResult(stripe());
        assertThat(refused).isNotInstanceOf(StartPayment.Result.Started.class);

        asStaff().delete(GATEWAYS + "stripe/secrets/secret_key").then().statusCode(204);
        assertThat(till.startResult(stripe())).isInstanceOf(StartPayment.Result.Started.class);
        assertThat(audited("stripe"))
                .anyMatch(row -> row.contains("payment.set_gateway_secret"))
                .noneMatch(row -> row.contains(wrong));
    }

    @Test
    void a_push_under_a_secret_that_another_instance_set_is_believed_at_once() {
        String secret = "AnotherSecretOfTheWebhook0123456789";
        pumps.rest();
        try {
            telegramPush(secret).statusCode(401);
            setElsewhere("stars", "webhook_secret", secret);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> telegramPush(secret).statusCode(200));
        } finally {
            pumps.work();
        }
    }

    private static ValidatableResponse telegramPush(String secret) {
        return given().header("X-Telegram-Bot-Api-Secret-Token", secret)
                .contentType(ContentType.JSON)
                .body("{\"update_id\":" + ThreadLocalRandom.current().nextInt(1 << 30) + "}")
                .post("/api/v1/webhooks/telegram")
                .then();
    }

    /** As a use case does there, without a look by this instance. */
    private void setElsewhere(String provider, String field, String value) {
        UUID id = UUID.randomUUID();
        String sealed =
                box.seal(value.getBytes(StandardCharsets.UTF_8), GatewaySecret.purposeOf(id));
        unitOfWork
                .run(
                        () ->
                                records.putSecret(
                                        new GatewaySecret(id, provider, field, sealed),
                                        Instant.now()))
                .await()
                .indefinitely();
    }

    @Test
    void a_secret_lies_sealed_in_the_database() {
        secret("tbank", "password", "a-Password-of-a-terminal").statusCode(204);

        String stored =
                pool.query("select sealed from payment_gateway_secret where provider = 'tbank'")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString("sealed");
        assertThat(stored).startsWith("box1.").doesNotContain("Password");
    }

    @Test
    void who_is_switched_off_is_neither_listed_nor_taken_but_what_was_begun_is_followed() {
        var begun = till.start(yooKassa);

        set("yookassa", wish(Map.of("offered", false))).statusCode(200);

        assertThat(methods("")).doesNotContain("yookassa").contains("cryptobot", "wallet");
        assertThat(till.startResult(yooKassa))
                .isInstanceOf(StartPayment.Result.NoSuchProvider.class);
        assertThat(yooKassa.paid(begun).body()).isNotBlank();
        yooKassa.calm();
        till.awaitState(begun, "captured");
    }

    @Test
    void limits_hold_for_the_list_and_for_paying() {
        Map<String, Object> least = Map.of("amount", "500.00", "currency", "RUB");
        Map<String, Object> most = Map.of("amount", "9000.00", "currency", "RUB");
        set("yookassa", wish(Map.of("limits", List.of(Map.of("least", least, "most", most)))))
                .statusCode(200);

        assertThat(methods("?amount=499.99")).doesNotContain("yookassa");
        assertThat(methods("?amount=500.00")).contains("yookassa");
        assertThat(till.startResult(yooKassa))
                .isInstanceOf(StartPayment.Result.NoSuchProvider.class);
    }

    @Test
    void currencies_countries_groups_and_stores_choose() {
        set(
                        "yookassa",
                        wish(
                                Map.of(
                                        "deniedCountries",
                                        List.of("DE"),
                                        "label",
                                        Map.of("en", "Card", "ru", "Карта"))))
                .statusCode(200);
        set("stripe", wish(Map.of("groups", List.of("tester")))).statusCode(200);

        assertThat(methods("?country=DE")).doesNotContain("yookassa");
        assertThat(methods("?country=RU")).contains("yookassa").doesNotContain("stripe");
        assertThat(methods("?amount=5&currency=XTR")).contains("stars").doesNotContain("yookassa");
        assertThat(methods("?storeApp=true")).containsExactly("wallet");
        assertThat(
                        given().header("Accept-Language", "ru")
                                .get("/api/v1/payment-methods")
                                .jsonPath()
                                .getString("items.find { it.code == 'yookassa' }.label"))
                .isEqualTo("Карта");
    }

    @Test
    void two_who_edit_at_once_do_not_overwrite_each_other() {
        set("stars", wish(Map.of("sortOrder", 5))).statusCode(200);

        set("stars", wish(Map.of("sortOrder", 7))).statusCode(412);

        assertThat(get("stars").extract().jsonPath().getInt("sortOrder")).isEqualTo(5);
    }

    @Test
    void bad_settings_change_nothing() {
        set("yookassa", wish(Map.of("fields", Map.of("shop_id", "not a number")))).statusCode(400);
        set("yookassa", wish(Map.of("fields", Map.of("secret_key", "test_12345678"))))
                .statusCode(400);
        set("yookassa", wish(Map.of("fields", Map.of("url", "https://elsewhere.example"))))
                .statusCode(400);
        set("yookassa", wish(Map.of("countries", List.of("Germany")))).statusCode(400);
        secret("stripe", "secret_key", "nonsense").statusCode(400);
        secret("stripe", "return_url", "https://shop.example").statusCode(404);
        set("nobody", wish(Map.of())).statusCode(404);
        asAdmin()
                .body(wish(Map.of()))
                .put(GATEWAYS + "stripe")
                .then()
                .statusCode(400)
                .body("code", org.hamcrest.Matchers.equalTo("reason_required"));
        customers.someone().asks().get(GATEWAYS + "stripe").then().statusCode(403);

        assertThat(get("yookassa").extract().jsonPath().getLong("version")).isZero();
    }

    private static Stand stripe() {
        return new StripeStand(java.time.Clock.systemUTC());
    }

    private static Map<String, Object> wish(Map<String, Object> different) {
        Map<String, Object> wish =
                new HashMap<>(
                        Map.of(
                                "offered", true,
                                "sortOrder", 100,
                                "label", Map.of(),
                                "limits", List.of(),
                                "countries", List.of(),
                                "deniedCountries", List.of(),
                                "groups", List.of(),
                                "inStoreApps", false,
                                "fields", Map.of(),
                                "version", 0));
        wish.putAll(different);
        return wish;
    }

    private static List<String> methods(String query) {
        return given().get("/api/v1/payment-methods" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.code");
    }

    private List<String> audited(String provider) {
        return java.util.stream.StreamSupport.stream(
                        pool.preparedQuery(
                                        "select audit_entry::text as row from audit_entry where object_id = $1")
                                .execute(io.vertx.mutiny.sqlclient.Tuple.of(provider))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(row -> row.getString("row"))
                .toList();
    }

    private static ValidatableResponse set(String provider, Map<String, Object> wish) {
        return asStaff().body(wish).put(GATEWAYS + provider).then();
    }

    private static ValidatableResponse secret(String provider, String field, String value) {
        return asStaff()
                .body(Map.of("value", value))
                .put(GATEWAYS + provider + "/secrets/" + field)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return asAdmin().get(GATEWAYS + path).then();
    }

    private static RequestSpecification asStaff() {
        return asAdmin().header("X-Reason", "a test of the settings");
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(Logins.admin()).contentType("application/json");
    }
}
