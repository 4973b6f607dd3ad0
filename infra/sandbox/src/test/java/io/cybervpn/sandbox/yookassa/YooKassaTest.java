package io.cybervpn.sandbox.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.NodeClient;
import io.cybervpn.sandbox.Receiver;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonArray;
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
        return create(wish, "key-1");
    }

    private Http.Reply create(JsonObject wish, String key) {
        return Http.bare(yooKassa.url())
                .with("Authorization", "Basic MTAwNTAwOnRlc3Rfc2FuZGJveC1rZXktb2YteW9va2Fzc2E=")
                .with("Idempotence-Key", key)
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

    private static JsonObject receipt(String price) {
        JsonObject amount = new JsonObject().put("value", price).put("currency", "RUB");
        JsonObject item =
                new JsonObject()
                        .put("description", "Pro")
                        .put("quantity", 1)
                        .put("amount", amount)
                        .put("vat_code", 1)
                        .put("payment_subject", "service")
                        .put("payment_mode", "full_payment");
        return new JsonObject()
                .put("customer", new JsonObject().put("email", "one@example.org"))
                .put("items", new JsonArray().add(item));
    }

    private static void spoil(JsonObject receipt, String field, Object value) {
        receipt.getJsonArray("items").getJsonObject(0).put(field, value);
    }

    @Test
    void a_receipt_along_is_checked_and_registered_once_the_money_is_there() {
        assertThat(create(wish().put("receipt", receipt("198.99"))).status()).isEqualTo(400);
        JsonObject bad = receipt("199.00");
        spoil(bad, "vat_code", 13);
        assertThat(create(wish().put("receipt", bad)).status()).isEqualTo(400);
        JsonObject plus = receipt("199.00");
        plus.put("customer", new JsonObject().put("phone", "+79000000000"));
        assertThat(create(wish().put("receipt", plus)).status()).isEqualTo(400);

        String id = create(wish().put("receipt", receipt("199.00"))).json().getString("id");
        assertThat(yooKassa.receipts().all()).isEmpty();
        yooKassa.receipts().next("pending");
        assertThat(yooKassa.payments().pay(id).getString("receipt_registration"))
                .isEqualTo("pending");
        String made = yooKassa.receipts().of(id).getFirst().getString("id");
        yooKassa.receipts().end(made, "canceled");
        assertThat(yooKassa.payments().find(id).orElseThrow().getString("receipt_registration"))
                .isEqualTo("canceled");
    }

    @Test
    void a_full_refund_makes_its_receipt_by_itself_and_a_partial_one_does_not() {
        String id = create(wish().put("receipt", receipt("199.00"))).json().getString("id");
        assertThat(yooKassa.payments().pay(id).getString("status")).isEqualTo("succeeded");
        String part = yooKassa.refunds().inCabinet(id, "50.00").getString("id");
        assertThat(yooKassa.receipts().of(part)).isEmpty();

        String other =
                yooKassa.payments()
                        .pay(
                                create(wish().put("receipt", receipt("199.00")), "key-2")
                                        .json()
                                        .getString("id"))
                        .getString("id");
        String all = yooKassa.refunds().inCabinet(other, "199.00").getString("id");
        assertThat(yooKassa.receipts().of(all))
                .singleElement()
                .satisfies(one -> assertThat(one.getString("type")).isEqualTo("refund"));
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
