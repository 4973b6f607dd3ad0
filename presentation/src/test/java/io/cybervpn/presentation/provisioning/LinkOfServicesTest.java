package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R109, R142: the link of what is no VPN says so, and is never an error. */
@QuarkusTest
class LinkOfServicesTest extends HandKept {
    private static final List<String> FORMATS =
            List.of("base64", "clash", "classic", "stash", "singbox", "hiddify", "outline", "json");
    private static final String JSON = "?format=json";

    private static String polled(Customer customer, String format) {
        return given().header("User-Agent", "v2rayNG/1.9.40")
                .get(customer.link() + format)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String page(Customer customer) {
        return given().header("User-Agent", "Mozilla/5.0")
                .header("Accept", "text/html")
                .get(customer.link())
                .then()
                .statusCode(200)
                .header("Content-Type", "text/html; charset=utf-8")
                .extract()
                .asString();
    }

    private static void says(Customer customer, String words, String onPage) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .until(() -> polled(customer, JSON).contains(words));
        FORMATS.forEach(
                format ->
                        assertThat(polled(customer, "?format=" + format)).as(format).isNotBlank());
        assertThat(page(customer)).contains(onPage).doesNotContain("hiddify://");
    }

    private Customer made(Resources resources) {
        Customer customer = customers.paid(resources, group);
        completed(task(customer, ofKind("create")), Map.of("text", "Plug it in.")).statusCode(200);
        customers.awaitStatus(customer.access(), "ready");
        return customer;
    }

    @Test
    void what_staff_make_is_no_vpn_whether_its_plan_names_its_size_or_not() {
        says(made(Resources.none()), "This is no VPN", "This is no VPN");
        says(
                made(new Resources.Machine(100, 2_048, 10_240, 0, 0, 0)),
                "This is no VPN",
                "This is no VPN");
    }

    @Test
    void what_has_ended_or_was_taken_away_says_that() {
        Customer customer = made(Resources.none());

        asStaff()
                .body("{}")
                .post("/api/v1/admin/subscriptions/" + customer.access().value() + "/terminate")
                .then()
                .statusCode(200);
        says(customer, "Subscription has been ended", "Ended");
    }
}
