package io.cybervpn.sandbox.tbank;

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

/** T-Bank as facts/providers.md §5 has it, and as an independent client signs and reads it. */
class TBankTest {

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    private final TBank bank = world.tBank();

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    private JsonObject call(String method, JsonObject values) {
        JsonObject body = TBankSignature.signed(values.put("TerminalKey", TBank.TERMINAL));
        return Http.bare(bank.url())
                .with("Content-Type", "application/json")
                .send("POST", "/v2/" + method, Optional.of(body.encode()))
                .json();
    }

    private JsonObject init() {
        return call(
                "Init",
                new JsonObject()
                        .put("Amount", 19_900)
                        .put("OrderId", "7f3c")
                        .put("RedirectDueDate", due()));
    }

    private String due() {
        return java.time.OffsetDateTime.now(bank.clock()).plusHours(1).toString();
    }

    @Test
    void one_payment_is_told_twice_as_authorised_and_as_confirmed() {
        bank.webhooks().target(receiver.url());
        bank.payments().pay(Long.parseLong(init().getString("PaymentId")));

        assertThat(receiver.await(2))
                .extracting(it -> it.json().getString("Status"))
                .containsExactlyInAnyOrder("AUTHORIZED", "CONFIRMED");
        assertThat(receiver.await(2))
                .allSatisfy(
                        it -> {
                            assertThat(TBankSignature.fits(it.json())).isTrue();
                            assertThat(it.json().getValue("PaymentId")).isInstanceOf(Number.class);
                        });
    }

    @Test
    void a_wrong_token_is_an_answer_and_no_success() {
        JsonObject forged =
                new JsonObject()
                        .put("TerminalKey", TBank.TERMINAL)
                        .put("PaymentId", "1")
                        .put("Token", "0".repeat(64));
        Http.Reply reply =
                Http.bare(bank.url())
                        .with("Content-Type", "application/json")
                        .send("POST", "/v2/GetState", Optional.of(forged.encode()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getBoolean("Success")).isFalse();
    }

    @Test
    void time_ends_what_nobody_pays() {
        long id = Long.parseLong(init().getString("PaymentId"));
        bank.clock().advance(Duration.ofHours(2));

        assertThat(bank.payments().find(id).orElseThrow().getString("Status"))
                .isEqualTo("DEADLINE_EXPIRED");
    }

    @Test
    void the_page_pays_or_declines() {
        String page = init().getString("PaymentURL").substring(bank.url().toString().length());

        assertThat(Http.bare(bank.url()).get(page).text()).contains("Pay 199.00 RUB");
        assertThat(Http.bare(bank.url()).send("POST", page + "/decline", Optional.empty()).text())
                .contains("has ended");
    }

    @Test
    void an_independent_client_agrees() {
        assertThat(
                        NodeClient.run(
                                "@jfkz/tinkoff-payment-sdk",
                                "tbank.mjs",
                                bank.url().toString(),
                                TBank.TERMINAL,
                                TBank.PASSWORD))
                .contains("t-bank agrees");
    }
}
