package io.cybervpn.sandbox.revenuecat;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.Receiver;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RevenueCat as facts/providers.md §7 has it. */
class RevenueCatTest {

    private static final String VECTOR =
            "{\"api_version\":\"1.0\",\"event\":{\"id\":\"12345678-1234-1234-1234-123456789012\","
                    + "\"type\":\"INITIAL_PURCHASE\",\"app_user_id\":\"u-42\","
                    + "\"original_app_user_id\":\"u-42\",\"aliases\":[\"u-42\"],"
                    + "\"product_id\":\"vpn_month\",\"entitlement_ids\":[\"pro\"],"
                    + "\"period_type\":\"NORMAL\",\"purchased_at_ms\":1767323045000,"
                    + "\"expiration_at_ms\":1770001445000,\"environment\":\"PRODUCTION\","
                    + "\"store\":\"APP_STORE\",\"currency\":\"USD\",\"price\":4.99,"
                    + "\"price_in_purchased_currency\":4.99,"
                    + "\"transaction_id\":\"2000000123456789\","
                    + "\"original_transaction_id\":\"2000000123456789\","
                    + "\"event_timestamp_ms\":1767323046000,\"app_id\":\"app1a2b3c\"}}";

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    private final RevenueCat revenueCat = world.revenueCat();

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    private Http.Reply subscriber(String key) {
        return Http.bare(revenueCat.url())
                .with("Authorization", "Bearer " + key)
                .send("GET", "/v1/subscribers/u-42", Optional.empty());
    }

    @Test
    void signs_as_the_vector_is_signed() {
        byte[] body = VECTOR.getBytes(StandardCharsets.UTF_8);

        assertThat(body).hasSize(559);
        assertThat(EventPushes.signature(RevenueCat.WEBHOOK_SECRET, 1_767_323_045, body))
                .isEqualTo("935f621f3f7c5cbc41e20e28d55e7de8387b19a39945df704986837022c54c85");
    }

    @Test
    void a_purchase_is_told_and_can_be_read() {
        revenueCat.webhooks().target(receiver.url());

        String transaction =
                revenueCat
                        .subscribers()
                        .buy("u-42", Subscribers.Wish.of("vpn_month", Duration.ofDays(30)));

        JsonObject event = receiver.await(1).getFirst().json().getJsonObject("event");
        assertThat(event.getString("type")).isEqualTo("INITIAL_PURCHASE");
        assertThat(event.getString("transaction_id")).isEqualTo(transaction);
        JsonObject bought =
                subscriber(RevenueCat.API_KEY)
                        .json()
                        .getJsonObject("subscriber")
                        .getJsonObject("subscriptions")
                        .getJsonObject("vpn_month");
        assertThat(bought.getString("store_transaction_id")).isEqualTo(transaction);
        assertThat(bought.getBoolean("is_sandbox")).isFalse();
    }

    @Test
    void asking_makes_a_customer_and_a_wrong_key_is_refused() {
        assertThat(subscriber("sk_other").status()).isEqualTo(401);
        assertThat(subscriber(RevenueCat.API_KEY).status()).isEqualTo(201);
        assertThat(subscriber(RevenueCat.API_KEY).status()).isEqualTo(200);
    }

    @Test
    void a_transfer_names_both_and_no_app_user() {
        assertThat(
                        revenueCat
                                .subscribers()
                                .buy("a", Subscribers.Wish.of("vpn_month", Duration.ofDays(30))))
                .isNotEmpty();
        revenueCat.webhooks().target(receiver.url());

        revenueCat.subscribers().transfer("a", "b");

        JsonObject event = receiver.await(1).getFirst().json().getJsonObject("event");
        assertThat(event.containsKey("app_user_id")).isFalse();
        assertThat(event.getJsonArray("transferred_from")).containsExactly("a");
        assertThat(event.getJsonArray("transferred_to")).containsExactly("b");
    }
}
