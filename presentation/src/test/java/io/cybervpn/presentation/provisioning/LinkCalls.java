package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Faults;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;

/** Polls of links over HTTP, and what the panel sees of them. */
abstract class LinkCalls {
    static final Duration SOON = Duration.ofSeconds(20);

    @Inject Customers customers;
    @Inject Pool pool;

    static Faults faults() {
        return ShopWorld.sandbox().panel().faults();
    }

    @AfterEach
    void put_the_panel_back() {
        faults().clear();
    }

    static ValidatableResponse poll(String path, String client) {
        return given().header("User-Agent", client).get(path).then();
    }

    static String pathOf(Customer customer) {
        String link = customer.link();
        assertThat(link).contains("/sub/").doesNotContain("sub.example.test");
        return URI.create(link).getPath();
    }

    /** How often the panel was asked for this customer's configuration. */
    static int askedFor(Customer customer) {
        String name = PanelUsername.of(customer.access()).text();
        JsonObject user = ShopWorld.sandbox().panel().users().byUsername(name).orElseThrow();
        Object key = user.containsKey("uuid") ? user.getValue("uuid") : user.getValue("id");
        return given().baseUri(ShopWorld.sandbox().panelUrl().toString())
                .port(ShopWorld.sandbox().panelUrl().getPort())
                .header("Authorization", "Bearer " + SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .get("/api/users/" + key + "/subscription-request-history")
                .then()
                .statusCode(200)
                .extract()
                .path("response.total");
    }

    void change(Customer customer, String what) {
        pool.preparedQuery(
                        "update access set updated_at = updated_at + interval '1 ms', "
                                + what
                                + " where id = $1")
                .execute(Tuple.of(customer.access().value()))
                .await()
                .indefinitely();
    }

    static String names(Response answer) {
        byte[] links = Base64.getDecoder().decode(answer.asString().strip());
        return URLDecoder.decode(new String(links, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
