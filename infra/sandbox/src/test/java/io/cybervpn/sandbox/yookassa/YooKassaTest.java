package io.cybervpn.sandbox.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.NodeClient;
import io.cybervpn.sandbox.Receiver;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** YooKassa as facts/providers.md §2 has it, and as an independent client reads it. */
class YooKassaTest {

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    private final YooKassa yooKassa = world.yooKassa();

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    private static JsonObject wish() {
        return new JsonObject()
                .put("amount", new JsonObject().put("value", "199.00").put("currency", "RUB"))
                .put("capture", true)
                .put(
                        "confirmation",
                        new JsonObject()
                                .put("type", "redirect")
                                .put("return_url", "https://shop.test/back"))
                .put("metadata", new JsonObject().put("payment", "7f3c"));
    }

    private Http.Reply create(JsonObject wish) {
        return Http.bare(yooKassa.url())
                .with("Authorization", "Basic MTAwNTAwOnRlc3Rfc2FuZGJveC1rZXktb2YteW9va2Fzc2E=")
                .with("Idempotence-Key", "key-1")
                .with("Content-Type", "application/json")
                .send("POST", "/v3/payments", Optional.of(wish.encode()));
    }

    @Test
    void what_is_paid_is_told_from_its_address_and_never_taken_back() {
        yooKassa.webhooks().target(receiver.url());
        String id = create(wish()).json().getString("id");

        assertThat(yooKassa.payments().pay(id).getString("status")).isEqualTo("succeeded");
        assertThat(yooKassa.payments().cancel(id, "general_decline").getString("status"))
                .isEqualTo("succeeded");

        var told = receiver.await(1).getFirst();
        assertThat(told.json().getString("event")).isEqualTo("payment.succeeded");
        assertThat(told.json().getJsonObject("object").getJsonObject("metadata"))
                .isEqualTo(new JsonObject().put("payment", "7f3c"));
    }

    @Test
    void money_without_capture_is_only_held() {
        JsonObject wish = wish();
        wish.remove("capture");
        String id = create(wish).json().getString("id");

        assertThat(yooKassa.payments().pay(id).getString("status"))
                .isEqualTo("waiting_for_capture");
    }

    @Test
    void an_amount_is_a_text_with_two_digits_and_the_caller_is_known() {
        for (Object value : new Object[] {199, "199", "199.0", "-1.00", "0.00"}) {
            JsonObject wish = wish();
            wish.getJsonObject("amount").put("value", value);
            assertThat(create(wish).status()).as("%s", value).isEqualTo(400);
        }
        assertThat(Http.bare(yooKassa.url()).get("/v3/payments").status()).isEqualTo(401);
    }

    @Test
    void time_ends_what_nobody_pays() {
        String id = create(wish()).json().getString("id");
        yooKassa.clock().advance(Duration.ofHours(2));

        assertThat(yooKassa.payments().find(id).orElseThrow().getString("status"))
                .isEqualTo("canceled");
    }

    @Test
    void the_page_pays_or_declines() {
        JsonObject made = create(wish()).json();
        String page =
                made.getJsonObject("confirmation")
                        .getString("confirmation_url")
                        .substring(yooKassa.url().toString().length());

        assertThat(Http.bare(yooKassa.url()).get(page).text()).contains("Pay 199.00 RUB");
        assertThat(
                        Http.bare(yooKassa.url())
                                .send("POST", page + "/decline", Optional.empty())
                                .text())
                .contains("canceled");
    }

    @Test
    void an_independent_client_agrees() {
        assertThat(
                        NodeClient.run(
                                "@webzaytsev/yookassa-ts-sdk",
                                "yookassa.mjs",
                                yooKassa.url().toString(),
                                YooKassa.SHOP_ID,
                                YooKassa.SECRET_KEY))
                .contains("yookassa agrees");
    }
}
