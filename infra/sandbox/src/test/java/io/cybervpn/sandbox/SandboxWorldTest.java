package io.cybervpn.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sale, as far as it concerns the outside world. */
class SandboxWorldTest {

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(
                    SandboxSettings.free()
                            .withPanelWebhooks(receiver.url())
                            .withCryptoPayWebhooks(receiver.url()),
                    SandboxTempo.quick());
    private final Http panel = Http.panel(world.panelUrl());
    private final Http cryptoPay = Http.cryptoPay(world.cryptoPayUrl());

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    @Test
    void a_user_is_made_renewed_and_its_config_downloads() {
        String squad = world.panel().squad("Pro").orElseThrow();
        JsonObject wish =
                new JsonObject()
                        .put("username", "cv_1")
                        .put("expireAt", "2030-01-01T00:00:00Z")
                        .put("trafficLimitBytes", 1_000_000_000L)
                        .put("activeInternalSquads", new JsonArray().add(squad));

        Http.Reply made = panel.post("/api/users", wish);
        Http.Reply renewed =
                panel.patch(
                        "/api/users",
                        new JsonObject()
                                .put("username", "cv_1")
                                .put("expireAt", "2031-01-01T00:00:00Z"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(renewed.response().getString("expireAt")).isEqualTo("2031-01-01T00:00:00.000Z");
        assertThat(panel.get("/api/users/by-username/cv_1").response())
                .isEqualTo(renewed.response());
        String shortUuid = made.response().getString("shortUuid");
        Http.Reply config =
                panel.with("User-Agent", "clash-verge/v2.0.3").get("/api/sub/" + shortUuid);
        assertThat(config.text()).contains("name: Netherlands").contains("public-key: ");
        Http.Reply page =
                Http.bare(URI.create(made.response().getString("subscriptionUrl")))
                        .with("User-Agent", "v2rayNG/1.9.40")
                        .get("");
        assertThat(page.header("content-type")).startsWith("text/plain");
        assertThat(receiver.await(3))
                .extracting(it -> it.json().getString("event"))
                .containsExactlyInAnyOrder(
                        "service.panel_started", "user.created", "user.modified");
    }

    @Test
    void an_invoice_is_made_paid_on_its_page_and_told_about() {
        Http.Reply made =
                cryptoPay.post(
                        "/api/createInvoice",
                        new JsonObject()
                                .put("currency_type", "fiat")
                                .put("fiat", "RUB")
                                .put("amount", "199.00")
                                .put("payload", "order:1"));
        JsonObject invoice = made.json().getJsonObject("result");
        String page = invoice.getString("bot_invoice_url");

        Http.Reply shown = Http.bare(URI.create(page)).get("");
        Http.Reply clicked = Http.bare(URI.create(page)).post("");

        assertThat(shown.text()).contains("Pay 199.00 RUB");
        assertThat(clicked.text()).contains("Paid.");
        JsonObject told =
                receiver.await(1, it -> it.json().containsKey("update_id")).getFirst().json();
        assertThat(told.getJsonObject("payload").getString("status")).isEqualTo("paid");
        JsonArray items =
                cryptoPay
                        .get("/api/getInvoices?invoice_ids=" + invoice.getLong("invoice_id"))
                        .json()
                        .getJsonObject("result")
                        .getJsonArray("items");
        assertThat(List.of(items.getJsonObject(0))).containsExactly(told.getJsonObject("payload"));
    }
}
