package io.cybervpn.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.NodeClient;
import io.cybervpn.sandbox.Receiver;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Bot API's payments in stars, as facts/providers.md §4 has them and as grammY reads them. */
class TelegramBotTest {

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    private final TelegramBot telegram = world.telegram();

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    private Http.Reply call(String method, JsonObject body) {
        return Http.bare(telegram.url()).post("/bot" + TelegramBot.TOKEN + "/" + method, body);
    }

    private static JsonObject wish() {
        return new JsonObject()
                .put("title", "Pro")
                .put("description", "Pro, 30 days")
                .put("payload", "order:7f3c")
                .put("provider_token", "")
                .put("currency", "XTR")
                .put(
                        "prices",
                        new JsonArray()
                                .add(new JsonObject().put("label", "Pro").put("amount", 250)));
    }

    @Test
    void what_telegram_would_refuse_is_refused() {
        for (JsonObject change :
                List.of(
                        new JsonObject().put("title", "x".repeat(33)),
                        new JsonObject().put("payload", "ж".repeat(65)),
                        new JsonObject().put("currency", "RUB"),
                        new JsonObject().put("provider_token", "stripe"),
                        new JsonObject().put("prices", new JsonArray()),
                        new JsonObject().put("subscription_period", 86_400),
                        new JsonObject()
                                .put("subscription_period", 2_592_000)
                                .put(
                                        "prices",
                                        new JsonArray()
                                                .add(
                                                        new JsonObject()
                                                                .put("label", "Pro")
                                                                .put("amount", 10_001))))) {
            Http.Reply reply = call("createInvoiceLink", wish().mergeIn(change));
            assertThat(reply.status()).as(change.encode()).isEqualTo(400);
            assertThat(reply.json().getInteger("error_code")).isEqualTo(400);
        }
    }

    @Test
    void a_push_carries_the_secret() {
        telegram.setWebhook(receiver.url(), "sec_RET-1");
        String link = call("createInvoiceLink", wish()).json().getString("result");
        String slug = link.substring(link.lastIndexOf('/') + 1);

        telegram.invoices().take(slug, 42, new JsonObject());

        Receiver.Received told = receiver.await(1).getFirst();
        assertThat(told.header("X-Telegram-Bot-Api-Secret-Token")).isEqualTo("sec_RET-1");
        assertThat(
                        told.json()
                                .getJsonObject("message")
                                .getJsonObject("successful_payment")
                                .getLong("total_amount"))
                .isEqualTo(250);
    }

    @Test
    void grammy_agrees() {
        assertThat(
                        NodeClient.run(
                                "grammy",
                                "telegram.mjs",
                                telegram.url().toString(),
                                TelegramBot.TOKEN))
                .contains("grammY agrees");
    }
}
