package io.cybervpn.sandbox.nalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service as independent clients of it use it. */
class NalogTest {
    private static final String TIME = "2026-01-02T15:04:05+03:00";

    private final SandboxWorld world =
            SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    private final Nalog nalog = world.nalog();

    @AfterEach
    void stop() {
        world.close();
    }

    private Http.Reply post(String token, String path, JsonObject body) {
        return Http.bare(nalog.url())
                .with("Authorization", "Bearer " + token)
                .send("POST", "/api/v1" + path, Optional.of(body.encode()));
    }

    private Http.Reply login(String password) {
        return post(
                "",
                "/auth/lkfl",
                new JsonObject()
                        .put("username", Nalog.INN)
                        .put("password", password)
                        .put("deviceInfo", new JsonObject().put("sourceType", "WEB")));
    }

    private String token() {
        return login(Nalog.PASSWORD).json().getString("token");
    }

    private static JsonObject income(String total) {
        return new JsonObject()
                .put("operationTime", TIME)
                .put("requestTime", TIME)
                .put(
                        "services",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("name", "access, 1")
                                                .put("amount", 199.5)
                                                .put("quantity", 1)))
                .put("totalAmount", total);
    }

    private JsonArray listed(String token) {
        return Http.bare(nalog.url())
                .with("Authorization", "Bearer " + token)
                .send(
                        "GET",
                        "/api/v1/incomes?from=2026-01-02T15:04:05%2B03:00&to=2026-01-02T15:04:05%2B03:00&offset=0&limit=100",
                        Optional.empty())
                .json()
                .getJsonArray("content");
    }

    @Test
    void an_income_is_registered_listed_and_annulled_once() {
        String token = token();
        String uuid =
                post(token, "/income", income("199.50")).json().getString("approvedReceiptUuid");
        assertThat(listed(token).getJsonObject(0).getString("approvedReceiptUuid")).isEqualTo(uuid);
        assertThat(listed(token).getJsonObject(0).getValue("cancellationInfo")).isNull();

        JsonObject cancel =
                new JsonObject().put("receiptUuid", uuid).put("comment", "Возврат средств");
        assertThat(post(token, "/cancel", cancel).status()).isEqualTo(200);
        assertThat(post(token, "/cancel", cancel).status()).isEqualTo(400);
        assertThat(listed(token).getJsonObject(0).getJsonObject("cancellationInfo")).isNotNull();
    }

    @Test
    void a_repetition_makes_one_more_and_a_wrong_sum_none() {
        String token = token();
        assertThat(post(token, "/income", income("199.50")).status()).isEqualTo(200);
        assertThat(post(token, "/income", income("199.50")).status()).isEqualTo(200);
        assertThat(post(token, "/income", income("199.51")).status()).isEqualTo(400);
        assertThat(listed(token)).hasSize(2);
    }

    @Test
    void a_login_kills_the_token_before_it_and_needs_the_password() {
        String first = token();
        assertThat(login("guessed").status()).isEqualTo(401);
        assertThat(post(first, "/income", income("199.50")).status()).isEqualTo(200);
        token();
        assertThat(post(first, "/income", income("199.50")).status()).isEqualTo(401);
    }
}
