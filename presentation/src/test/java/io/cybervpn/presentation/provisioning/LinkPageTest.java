package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** R126: what a browser sees of a link, and the ways into apps. */
@QuarkusTest
class LinkPageTest {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0";

    @Inject Customers customers;

    private static Response page(String link, String language) {
        return given().header("User-Agent", BROWSER)
                .header("Accept", "text/html,application/xhtml+xml,*/*")
                .header("Accept-Language", language)
                .get(URI.create(link).getPath())
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Language", language)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .extract()
                .response();
    }

    @Test
    void a_browser_gets_a_page_that_loads_and_runs_nothing() throws Exception {
        String link = customers.granted().link();

        Response answer = page(link, "en");

        String html = answer.asString();
        assertThat(html)
                .contains("<b>Active</b>", "Days left: 30", "Traffic: 0.0 GB / 50.0 GB", "<svg")
                .contains("href=\"hiddify://import/" + link + "#CyberVPN\"")
                .contains("<code>" + link + "</code>")
                .doesNotContain("<script", "javascript:", "src=", "url(", "@import", " on");
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-" + hash + "'")
                .contains("frame-ancestors 'none'");
        assertThat(page(link, "ru").asString()).contains("Действует", "Осталось дней: 30");
    }

    @Test
    void a_client_that_accepts_everything_is_no_browser() {
        String path = URI.create(customers.granted().link()).getPath();

        given().header("User-Agent", "clash-verge/v2.0.3")
                .header("Accept", "text/html,*/*")
                .get(path)
                .then()
                .contentType(startsWith("text/yaml"));
        given().header("User-Agent", BROWSER)
                .header("Accept", "text/html")
                .get(path + "?format=singbox")
                .then()
                .contentType(startsWith("application/json"));
    }

    @Test
    void the_apps_are_listed_with_ways_into_them() {
        Customer customer = customers.granted();

        customer.asks()
                .get(customer.path("apps"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.app", hasItems("Hiddify", "v2rayNG", "Happ", "Shadowrocket"))
                .body(
                        "items.find { it.app == 'Happ' }.importUrl",
                        equalTo("happ://add/" + customer.link()));
        customers
                .paid("Basic")
                .asks()
                .get(customer.path("apps"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
    }
}
