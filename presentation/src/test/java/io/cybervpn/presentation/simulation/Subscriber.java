package io.cybervpn.presentation.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One customer and his subscription, as he, staff and the panels see them. */
final class Subscriber {
    private final Shop shop;
    private final AccountId id;
    private String subscription = "";

    private Subscriber(Shop shop, AccountId id) {
        this.shop = shop;
        this.id = id;
    }

    /** Somebody new. */
    static Subscriber register(Shop shop) {
        return new Subscriber(shop, shop.register(UUID.randomUUID()));
    }

    /** From now on it is about this one of his. */
    void has(String id) {
        subscription = id;
    }

    /** What the shop says to his wish. */
    Shop.Answer asks(String path, JsonObject body) {
        return shop.post(id, UUID.randomUUID().toString(), path, body);
    }

    @CanIgnoreReturnValue
    JsonObject post(String path, JsonObject body) {
        return done(asks(path, body));
    }

    JsonObject get(String path) {
        return done(shop.get(id, path));
    }

    @CanIgnoreReturnValue
    JsonObject set(String path, JsonObject body) {
        return done(shop.put(id, path, body));
    }

    /** What staff do to his subscription. */
    void steered(String deed, JsonObject how) {
        decided("POST", path() + "/" + deed, how);
    }

    /** Staff give him roubles. */
    void credited(String amount) {
        JsonObject money = new JsonObject().put("amount", amount).put("currency", "RUB");
        decided(
                "POST",
                "/users/" + id.value() + "/wallet/adjustments",
                new JsonObject().put("kind", "credit").put("amount", money));
    }

    /** What staff do, with a reason and both factors. */
    @CanIgnoreReturnValue
    JsonObject decided(String method, String path, JsonObject body) {
        return done(shop.decide(method, UUID.randomUUID().toString(), "/admin" + path, body));
    }

    /** What he has left, in kopecks. */
    long money() {
        return minor(
                get("/wallet")
                        .getJsonArray("balances")
                        .getJsonObject(0)
                        .getJsonObject("available"));
    }

    /** Of an amount in roubles. */
    static long minor(JsonObject money) {
        return new BigDecimal(money.getString("amount")).movePointRight(2).longValueExact();
    }

    String path() {
        return "/subscriptions/" + subscription;
    }

    JsonObject seen() {
        return get(path());
    }

    Instant end() {
        return Instant.parse(seen().getString("expireAt"));
    }

    String link() {
        return seen().getJsonObject("access").getString("subscriptionUrl");
    }

    /** His VPN client gets an answer. */
    void polls() {
        given().header("User-Agent", "curl/8.5.0")
                .get(Shop.url() + URI.create(link()).getPath())
                .then()
                .statusCode(200);
    }

    Optional<JsonObject> on(SandboxWorld world) {
        String name = PanelUsername.of(new AccessId(UUID.fromString(subscription))).text();
        return world.panel().users().byUsername(name);
    }

    String statusOn(SandboxWorld world) {
        return on(world).map(user -> user.getString("status")).orElse("nobody");
    }

    /** The panel has him until the end that he paid for, and at most a grace of three days. */
    void servedBy(SandboxWorld world) {
        assertThat(statusOn(world)).isEqualTo("ACTIVE");
        assertThat(Instant.parse(on(world).orElseThrow().getString("expireAt")))
                .isBetween(end().minusSeconds(1), end().plus(Duration.ofDays(3)).plusSeconds(1));
    }

    private static JsonObject done(Shop.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(200, 204);
        return answer.body();
    }
}
