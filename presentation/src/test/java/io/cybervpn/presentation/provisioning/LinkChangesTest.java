package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.URI;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R126: what becomes of a link when something changes. */
@QuarkusTest
class LinkChangesTest extends LinkCalls {
    @Test
    void a_link_that_was_rotated_is_dead_at_once_and_the_new_one_opens() {
        Customer customer = customers.granted();
        String before = pathOf(customer);
        poll(before, "v2rayNG/1.9.40").statusCode(200);

        String link =
                customer.asks()
                        .post(customer.path("rotate-link"))
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("keys", equalTo("kept"))
                        .extract()
                        .path("subscriptionUrl");

        poll(before, "v2rayNG/1.9.40").statusCode(404);
        assertThat(customer.link()).isEqualTo(link);
        poll(URI.create(link).getPath(), "v2rayNG/1.9.40").statusCode(200);
    }

    @Test
    void new_keys_of_the_panel_are_what_the_new_link_gives() {
        Customer customer = customers.granted();
        Response before =
                poll(pathOf(customer), "v2rayNG/1.9.40").statusCode(200).extract().response();

        customer.asks()
                .post(customer.path("rotate-link") + "?newKeys=true")
                .then()
                .statusCode(200)
                .body("keys", equalTo("renewed"));

        Response after =
                poll(pathOf(customer), "v2rayNG/1.9.40").statusCode(200).extract().response();
        assertThat(names(after)).contains("vless://").isNotEqualTo(names(before));
        customers.awaitStatus(customer.access(), "ready");
    }

    @Test
    void staff_rotate_with_a_reason_and_it_is_written_down() {
        Customer customer = customers.granted();
        String before = pathOf(customer);
        String url = "/api/v1/admin/subscriptions/" + customer.access().value() + "/rotate-link";

        given().auth()
                .oauth2(customers.admin())
                .post(url)
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        given().auth()
                .oauth2(customers.admin())
                .header("X-Reason", "The customer posted it in public")
                .post(url)
                .then()
                .statusCode(200);

        poll(before, "v2rayNG/1.9.40").statusCode(404);
        Long entries =
                pool.preparedQuery(
                                "select count(*) from audit_entry where object_id = $1"
                                        + " and action = 'provisioning.rotate_link'")
                        .execute(Tuple.of(customer.access().value().toString()))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0);
        assertThat(entries).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "base64, expire_at = now() - interval '1 day', Subscription expired on",
        "base64, enabled = false, Subscription is suspended"
    })
    void a_change_is_answered_by_in_moments_and_without_servers(
            String format, String what, String words) {
        Customer customer = customers.granted();
        String path = pathOf(customer) + "?format=" + format;
        poll(path, "curl/8.5.0").statusCode(200);

        change(customer, what);

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(names(poll(path, "curl/8.5.0").extract().response()))
                                        .contains(words));
        assertThat(askedFor(customer)).isEqualTo(1);
    }

    @Test
    void the_words_of_a_subscription_that_ended_are_a_file_of_each_format() {
        Customer customer = customers.granted();
        String path = pathOf(customer) + "?format=";
        change(customer, "expire_at = now() - interval '1 day'");
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                poll(path + "clash", "x")
                                        .extract()
                                        .asString()
                                        .contains("Subscription expired on"));

        JsonArray xray = new JsonArray(poll(path + "json", "x").extract().asString());
        assertThat(xray.getJsonObject(0).getString("remarks")).startsWith("Subscription expired");
        assertThat(xray.getJsonObject(0).getJsonArray("outbounds")).hasSize(1);
        JsonArray singBox =
                new JsonObject(poll(path + "singbox", "x").extract().asString())
                        .getJsonArray("outbounds");
        String name = singBox.getJsonObject(1).getString("tag");
        assertThat(name).startsWith("Subscription expired");
        assertThat(singBox.getJsonObject(0).getJsonArray("outbounds")).contains(name);
        for (String format : List.of("clash", "stash", "classic")) {
            assertThat(poll(path + format, "x").extract().asString())
                    .startsWith("mixed-port:")
                    .contains("\nproxies:\n  - name: \"" + name + "\"\n    type: ")
                    .contains("\nproxy-groups:\n  - name: VPN\n")
                    .contains("\n      - \"" + name + "\"\n")
                    .contains("\nrules:\n  - MATCH,VPN\n");
        }
        assertThat(poll(path + "outline", "x").extract().asString())
                .startsWith("ss://")
                .contains("@0.0.0.0:1#Subscription%20expired");
        assertThat(names(poll(path + "base64", "x").extract().response()))
                .startsWith("vless://00000000-0000-0000-0000-000000000000@0.0.0.0:1?");
    }

    @Test
    void a_panel_that_is_down_is_answered_for_by_what_it_said_last_and_marked() {
        Customer customer = customers.granted();
        String path = pathOf(customer);
        Response before = poll(path, "v2rayNG/1.9.40").statusCode(200).extract().response();
        faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0).on("GET", "/api/sub"));
        change(customer, "attempts = attempts");

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                poll(path, "v2rayNG/1.9.40")
                                        .statusCode(200)
                                        .header("x-subscription-stale", "true"));

        assertThat(names(poll(path, "v2rayNG/1.9.40").extract().response()))
                .isEqualTo(names(before));
        poll(path + "?format=singbox", "x")
                .statusCode(503)
                .header("Retry-After", "60")
                .body("code", equalTo("panel_unavailable"))
                .body("instance", equalTo("/sub/-"));
    }
}
