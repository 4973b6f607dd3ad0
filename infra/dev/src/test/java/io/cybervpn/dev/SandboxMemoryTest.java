package io.cybervpn.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxMemoryTest {

    @TempDir Path folder;

    @Test
    void users_and_invoices_outlive_the_world_and_new_ids_do_not_repeat_old_ones()
            throws Exception {
        Path file = folder.resolve("sandbox.json");
        JsonObject user;
        long invoice;
        try (var world = SandboxWorld.start(SandboxSettings.free());
                var memory = SandboxMemory.of(world, file)) {
            assertThat(memory).isNotNull();
            user =
                    world.panel()
                            .users()
                            .create(
                                    new JsonObject()
                                            .put("username", "keeper")
                                            .put("expireAt", "2099-01-01T00:00:00.000Z"));
            invoice = invoice(world);
            world.cryptoPay().invoices().pay(invoice);
        }
        try (var world = SandboxWorld.start(SandboxSettings.free());
                var memory = SandboxMemory.of(world, file)) {
            assertThat(memory).isNotNull();
            assertThat(world.panel().users().byUsername("keeper")).contains(user);
            var kept = world.cryptoPay().invoices().find(invoice).orElseThrow();
            assertThat(kept.getString("status")).isEqualTo("paid");
            assertThat(invoice(world)).isGreaterThan(invoice);
        }
    }

    private static long invoice(SandboxWorld world) throws Exception {
        String wish = "{\"currency_type\":\"fiat\",\"fiat\":\"RUB\",\"amount\":\"199.00\"}";
        var request =
                HttpRequest.newBuilder(URI.create(world.cryptoPayUrl() + "/api/createInvoice"))
                        .header("Crypto-Pay-API-Token", SandboxSettings.CRYPTO_PAY_TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(wish));
        try (var http = HttpClient.newHttpClient()) {
            String answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
            return new JsonObject(answer).getJsonObject("result").getLong("invoice_id");
        }
    }
}
