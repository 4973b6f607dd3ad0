package io.cybervpn.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.NodeClient;
import io.cybervpn.sandbox.Receiver;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stripe's Checkout as facts/providers.md §3 has it, and as its own library reads it. */
class StripeTest {

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    private final Stripe stripe = world.stripe();

    @BeforeEach
    void listen() {
        stripe.webhooks().target(receiver.url());
    }

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    private static Map<String, String> wish() {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("mode", "payment");
        wish.put("success_url", "https://shop.test/back");
        wish.put("client_reference_id", "order:7f3c");
        wish.put("line_items[0][quantity]", "1");
        wish.put("line_items[0][price_data][currency]", "rub");
        wish.put("line_items[0][price_data][unit_amount]", "19900");
        wish.put("line_items[0][price_data][product_data][name]", "Pro");
        return wish;
    }

    private Http.Reply create(Map<String, String> wish) {
        String form =
                wish.entrySet().stream()
                        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        return Http.bare(stripe.url())
                .with("Authorization", "Bearer " + Stripe.SECRET_KEY)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/v1/checkout/sessions", Optional.of(form));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String session() {
        return create(wish()).json().getString("id");
    }

    @Test
    void the_published_vector_is_signed_as_published() {
        String body =
                "{\"id\":\"evt_test_1\",\"object\":\"event\",\"api_version\":\"2026-09-30.endive\","
                        + "\"created\":1767323045,\"type\":\"checkout.session.completed\",\"livemode\":false,"
                        + "\"data\":{\"object\":{\"id\":\"cs_test_1\",\"object\":\"checkout.session\","
                        + "\"mode\":\"payment\",\"status\":\"complete\",\"payment_status\":\"paid\","
                        + "\"amount_total\":19900,\"currency\":\"rub\",\"client_reference_id\":\"order:7f3c\","
                        + "\"payment_intent\":\"pi_test_1\"}}}";

        assertThat(
                        StripeEvents.signature(
                                "whsec_test_5e8c1f0a9b7d4c3e",
                                1_767_323_045,
                                body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec394");
    }

    @Test
    void a_card_pays_at_once_and_a_bank_in_its_time() {
        String card = session();
        String bank = session();
        stripe.sessions().pay(card);
        JsonObject waiting = stripe.sessions().payLater(bank);
        assertThat(waiting.getString("status")).isEqualTo("complete");
        assertThat(waiting.getString("payment_status")).isEqualTo("unpaid");

        assertThat(stripe.sessions().arrive(bank).getString("payment_status")).isEqualTo("paid");

        List<String> told =
                receiver.await(7).stream().map(it -> it.json().getString("type")).toList();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed",
                        "checkout.session.completed",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.async_payment_succeeded");
    }

    @Test
    void what_stripe_would_refuse_is_refused() {
        for (var change :
                Map.of(
                                "payment_method_types[0]", "card",
                                "mode", "sideways",
                                "success_url", "nowhere",
                                "line_items[0][price_data][unit_amount]", "199.00",
                                "line_items[0][price_data][currency]", "XTR",
                                "expires_at", "1")
                        .entrySet()) {
            Map<String, String> wish = wish();
            wish.put(change.getKey(), change.getValue());
            assertThat(create(wish).status()).as(change.getKey()).isEqualTo(400);
        }
        assertThat(Http.bare(stripe.url()).get("/v1/balance").status()).isEqualTo(401);
    }

    @Test
    void time_ends_what_nobody_pays() {
        String id = session();
        stripe.clock().advance(Duration.ofHours(25));

        assertThat(stripe.sessions().find(id).orElseThrow().getString("status"))
                .isEqualTo("expired");
        assertThat(receiver.await(1).getFirst().json().getString("type"))
                .isEqualTo("checkout.session.expired");
    }

    @Test
    void the_page_pays() {
        String page = create(wish()).json().getString("url");
        String path = page.substring(stripe.url().toString().length());

        assertThat(Http.bare(stripe.url()).get(path).text()).contains("Pay by card");
        assertThat(
                        Http.bare(stripe.url())
                                .with("Content-Type", "application/x-www-form-urlencoded")
                                .send("POST", path, Optional.of("with=card"))
                                .text())
                .contains("https://shop.test/back");
    }

    @Test
    void stripes_own_library_agrees() {
        assertThat(
                        NodeClient.run(
                                "stripe",
                                "stripe.mjs",
                                stripe.url().toString(),
                                Stripe.SECRET_KEY,
                                Stripe.WEBHOOK_SECRET))
                .contains("stripe agrees");
    }
}
