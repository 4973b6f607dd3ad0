package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.model.FormerSecret;
import io.cybervpn.domain.payment.model.GatewaySecret;
import io.cybervpn.domain.payment.repository.GatewayRecords;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Pumps;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replaced secret is good for pushes for a while, and for no longer. */
@QuarkusTest
class FormerSecretTest {
    private static final String SECRETS = "/api/v1/admin/payment-gateways/stars/secrets/";
    private static final String FIELD = SECRETS + "webhook_secret";
    private static final String OLD = "TheSecretBeforeOfTheWebhook012345678";
    private static final String NEW = "AnotherSecretOfTheWebhook0123456789";

    @Inject Pool pool;
    @Inject Pumps pumps;
    @Inject SecretBox box;
    @Inject GatewayRecords records;
    @Inject UnitOfWork unitOfWork;
    @Inject ShopClock clock;

    @BeforeEach
    void one_is_set() {
        replace(OLD, Map.of("graceHours", 0)).statusCode(204);
    }

    @AfterEach
    void as_configured() {
        clock.reset();
        for (String sql :
                List.of(
                        "delete from payment_gateway_secret",
                        "delete from payment_gateway_former_secret")) {
            pool.query(sql).execute().await().indefinitely();
        }
        stars();
    }

    private static RequestSpecification staff() {
        return given().auth()
                .oauth2(Logins.admin())
                .contentType(ContentType.JSON)
                .header("X-Reason", "a test of secrets");
    }

    private static ValidatableResponse stars() {
        return staff().get("/api/v1/admin/payment-gateways/stars").then().statusCode(200);
    }

    private static ValidatableResponse replace(String value, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("value", value);
        return staff().body(body).put(FIELD).then();
    }

    /** The status of a push that is signed so, and whether the former secret judged it. */
    private String push(String secret) {
        int update = ThreadLocalRandom.current().nextInt(1 << 30);
        String body = "{\"update_id\":" + update + "}";
        int status =
                given().header("X-Telegram-Bot-Api-Secret-Token", secret)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/api/v1/webhooks/telegram")
                        .statusCode();
        return status + (status == 200 ? judgedBy(body) : "");
    }

    private String judgedBy(String body) {
        return pool.preparedQuery(
                                "select by_former_secret from inbox where source = 'telegram' and dedupe_key = encode(sha256(convert_to($1, 'UTF8')), 'hex')")
                        .execute(Tuple.of(body))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getBoolean(0)
                ? " former"
                : " current";
    }

    @Test
    void pushes_are_believed_by_both_until_the_grace_is_over() {
        replace(NEW, Map.of()).statusCode(204);

        assertThat(push(NEW)).isEqualTo("200 current");
        assertThat(push(OLD)).isEqualTo("200 former");
        assertThat(push("Forged" + NEW)).isEqualTo("401");
        stars().body("fields.find { it.name == 'webhook_secret' }.formerUntil", notNullValue())
                .body("fields.find { it.name == 'bot_token' }.formerUntil", nullValue());
        String sealed =
                pool.query("select sealed from payment_gateway_former_secret")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString(0);
        assertThat(sealed).startsWith("box1.").doesNotContain(OLD);

        clock.advance(Duration.ofHours(24));
        assertThat(push(OLD)).isEqualTo("401");
        assertThat(push(NEW)).isEqualTo("200 current");
        await().untilAsserted(() -> assertThat(kept()).isZero());
    }

    private long kept() {
        return pool.query("select count(*) from payment_gateway_former_secret")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void staff_see_in_the_inbox_what_the_former_one_judged() {
        replace(NEW, Map.of("graceHours", 168)).statusCode(204);
        assertThat(push(OLD)).isEqualTo("200 former");

        staff().queryParam("source", "telegram")
                .get("/api/v1/admin/inbox")
                .then()
                .statusCode(200)
                .body("items[0].formerSecret", equalTo(true));
    }

    @Test
    void one_in_wrong_hands_is_worth_nothing_at_once() {
        replace(NEW, Map.of("graceHours", 0)).statusCode(204);
        assertThat(push(OLD)).isEqualTo("401");

        replace(OLD, Map.of()).statusCode(204);
        assertThat(push(NEW)).isEqualTo("200 former");
        staff().delete(FIELD + "/former").then().statusCode(204);
        assertThat(push(NEW)).isEqualTo("401");
        assertThat(push(OLD)).isEqualTo("200 current");
        staff().delete(FIELD + "/former").then().statusCode(404);
    }

    @Test
    void two_are_believed_at_most_and_taking_one_away_takes_both() {
        replace(NEW, Map.of()).statusCode(204);
        String newest = "TheNewestSecretOfTheWebhook012345678";
        replace(newest, Map.of()).statusCode(204);
        assertThat(push(newest)).isEqualTo("200 current");
        assertThat(push(NEW)).isEqualTo("200 former");
        assertThat(push(OLD)).isEqualTo("401");

        staff().delete(FIELD).then().statusCode(204);
        assertThat(push(newest)).isEqualTo("401");
        assertThat(push(NEW)).isEqualTo("401");
    }

    @Test
    void a_grace_has_bounds() {
        replace(NEW, Map.of("graceHours", 169)).statusCode(400);
        replace(NEW, Map.of("graceHours", -1)).statusCode(400);
        assertThat(push(OLD)).isEqualTo("200 current");
    }

    /**
     * What another instance replaced is not in this one's cache: it looks again before it refuses.
     */
    @Test
    void what_another_instance_replaced_is_believed_here_by_both() {
        pumps.rest();
        try {
            replaceElsewhere();
            assertThat(push(OLD)).isEqualTo("200 current");
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(push(NEW)).isEqualTo("200 current"));
            assertThat(push(OLD)).isEqualTo("200 former");
        } finally {
            pumps.work();
        }
    }

    private void replaceElsewhere() {
        UUID id = UUID.randomUUID();
        UUID former = UUID.randomUUID();
        unitOfWork
                .run(
                        () ->
                                records.putFormer(
                                                new FormerSecret(
                                                        former,
                                                        "stars",
                                                        "webhook_secret",
                                                        seal(former, OLD),
                                                        Instant.now().plusSeconds(3600)))
                                        .chain(
                                                () ->
                                                        records.putSecret(
                                                                new GatewaySecret(
                                                                        id,
                                                                        "stars",
                                                                        "webhook_secret",
                                                                        seal(id, NEW)),
                                                                Instant.now())))
                .await()
                .indefinitely();
    }

    private String seal(UUID id, String value) {
        return box.seal(value.getBytes(StandardCharsets.UTF_8), GatewaySecret.purposeOf(id));
    }
}
