package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R109, R110, R126: the link that clients poll, over HTTP and against a panel. */
@QuarkusTest
class LinkResourceTest extends LinkCalls {
    @Inject Pumps pumps;

    @ParameterizedTest
    @CsvSource({
        "clash, text/yaml, type: vless",
        "mihomo, text/yaml, type: vless",
        "classic, text/yaml, proxies",
        "stash, text/yaml, proxies",
        "singbox, application/json, outbounds",
        "json, application/json, outbounds",
        "outline, text/plain, ss://"
    })
    void each_format_is_given_with_the_headers_that_clients_read(
            String format, String type, String part) {
        poll(pathOf(customers.granted()) + "?format=" + format, "curl/8.5.0")
                .statusCode(200)
                .contentType(startsWith(type))
                .header("subscription-userinfo", containsString("total=50000000000"))
                .header("profile-title", startsWith("base64:"))
                .header("profile-update-interval", equalTo("12"))
                .header("profile-web-page-url", not(containsString("sub.example.test")))
                .header("content-disposition", "attachment; filename=\"CyberVPN\"")
                .header("Cache-Control", "private, no-cache")
                .body(containsString(part));
    }

    @Test
    void a_client_gets_what_it_reads_and_one_that_is_not_known_base64() {
        String path = pathOf(customers.granted());

        poll(path, "clash-verge/v2.0.3").contentType(startsWith("text/yaml"));
        poll(path, "SFI/1.12.0").contentType(startsWith("application/json"));
        for (String client : List.of("v2rayNG/1.9.40", "curl/8.5.0", "")) {
            Response answer = poll(path, client).statusCode(200).extract().response();
            assertThat(names(answer)).contains("vless://");
        }
        poll(path + "?format=carrier-pigeon", "curl/8.5.0")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("format"))
                .body("instance", equalTo("/sub/-"));
    }

    @Test
    void fifty_at_once_and_all_after_them_cost_the_panel_one_call() throws Exception {
        Customer customer = customers.granted();
        String path = pathOf(customer);
        // The panel's own pushes about the new user are changes, too.
        pumps.rest();
        List<Callable<Integer>> polls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            polls.add(() -> poll(path, "v2rayNG/1.9.40").extract().statusCode());
        }

        try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
            for (Future<Integer> answer : clients.invokeAll(polls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        poll(path, "Happ/3.4.1").statusCode(200);
        pumps.work();

        assertThat(askedFor(customer)).isEqualTo(1);
    }

    @Test
    void what_a_client_has_already_is_not_sent_again() {
        String path = pathOf(customers.granted());
        String tag = poll(path, "v2rayNG/1.9.40").statusCode(200).extract().header("ETag");

        given().header("User-Agent", "v2rayNG/1.9.40")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag);
        given().header("User-Agent", "v2rayNG/1.9.40")
                .head(path)
                .then()
                .statusCode(200)
                .header("subscription-userinfo", containsString("total="));
    }

    @Test
    void a_token_that_was_never_given_out_gets_one_answer_whatever_it_is() {
        for (String token : List.of("x", "A".repeat(43), "a".repeat(300), "%2e%2e", "%00")) {
            poll("/sub/" + token, "v2rayNG/1.9.40")
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("link_not_found"))
                    .body("instance", equalTo("/sub/-"));
        }
        given().header("Accept", "text/html")
                .get("/sub/" + "B".repeat(43))
                .then()
                .statusCode(404)
                .body("code", equalTo("link_not_found"));
    }

    @Test
    void one_link_is_not_polled_without_end() {
        String path = "/sub/" + "C".repeat(43);
        int polls = 0;
        while (polls < 400 && poll(path, "x").extract().statusCode() == 404) {
            polls++;
        }

        assertThat(polls).isBetween(55, 399);
        poll(path, "x")
                .statusCode(429)
                .body("code", equalTo("too_many_requests"))
                .body("instance", equalTo("/sub/-"));
        poll("/sub/" + "D".repeat(43), "x").statusCode(404);
    }
}
