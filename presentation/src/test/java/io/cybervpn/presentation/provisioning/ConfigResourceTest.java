package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R109, R110, R116: the configuration and the QR code over HTTP, and what bad input gets. */
@QuarkusTest
class ConfigResourceTest {
    @Inject Customers customers;

    private static Faults faults() {
        return ShopWorld.sandbox().panel().faults();
    }

    @AfterEach
    void put_the_panel_back() {
        faults().clear();
    }

    private static JsonObject panelUser(AccessId access) {
        String name = PanelUsername.of(access).text();
        return ShopWorld.sandbox().panel().users().byUsername(name).orElseThrow();
    }

    @Test
    void a_paid_subscription_is_on_the_panel_with_the_right_limits() {
        Customer customer = customers.granted();

        JsonObject user = panelUser(customer.access());

        assertThat(user.getLong("trafficLimitBytes")).isEqualTo(50_000_000_000L);
        assertThat(user.getLong("hwidDeviceLimit")).isEqualTo(2);
        assertThat(user.getString("trafficLimitStrategy")).isEqualTo("MONTH");
        assertThat(user.getJsonArray("activeInternalSquads").getJsonObject(0).getString("name"))
                .isEqualTo("Basic");
    }

    @ParameterizedTest
    @CsvSource({
        "clash, text/yaml, type: vless",
        "singbox, application/json, outbounds",
        "json, application/json, outbounds",
        "outline, text/plain, ss://"
    })
    void a_format_that_is_asked_for_is_given(String format, String type, String part) {
        Customer customer = customers.granted();

        customer.asks()
                .queryParam("format", format)
                .get(customer.path("config"))
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Cache-Control", "no-store")
                .body(containsString(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "v2ray", "hiddify"})
    void the_base64_formats_hold_one_link_per_line(String format) {
        Customer customer = customers.granted();

        String body =
                customer.asks()
                        .queryParam("format", format)
                        .get(customer.path("config"))
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/plain"))
                        .extract()
                        .asString();

        assertThat(new String(Base64.getDecoder().decode(body.strip()), StandardCharsets.UTF_8))
                .contains("vless://");
    }

    @Test
    void without_a_format_the_client_decides_and_its_headers_are_passed_on() {
        Customer customer = customers.granted();

        given().auth()
                .oauth2(customer.token())
                .header("User-Agent", "mihomo/1.19.0")
                .header("X-HWID", "device-aaaaaaaa01")
                .get(customer.path("config"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/yaml"))
                .header("subscription-userinfo", containsString("total=50000000000"))
                .header("profile-title", notNullValue())
                .header("profile-update-interval", notNullValue())
                .header("content-disposition", containsString("cv_"));
        given().auth()
                .oauth2(customer.token())
                .header("User-Agent", "v2rayNG/1.9.40")
                .get(customer.path("config"))
                .then()
                .contentType(startsWith("text/plain"));
    }

    @Test
    void bad_input_gets_a_problem() {
        Customer customer = customers.granted();

        customer.asks()
                .queryParam("format", "carrier-pigeon")
                .get(customer.path("config"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("format"));
        customer.asks()
                .queryParam("format", "gif")
                .get(customer.path("qr"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("format"));
        customer.asks()
                .get("/api/v1/subscriptions/no-uuid/config")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "qr"})
    void nobody_but_the_owner_finds_it(String what) {
        Customer owner = customers.granted();
        Customer other = customers.paid("Basic");

        given().get(owner.path(what)).then().statusCode(401);
        given().auth().oauth2("forged").get(owner.path(what)).then().statusCode(401);
        other.asks()
                .get(owner.path(what))
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
        other.asks()
                .get("/api/v1/subscriptions/" + UUID.randomUUID() + "/" + what)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "qr"})
    void an_access_that_is_not_ready_is_worth_another_try(String what) {
        Customer customer = customers.paid("A-Squad-That-Is-Not");

        customer.asks()
                .get(customer.path(what))
                .then()
                .statusCode(409)
                .header("Retry-After", "2")
                .body("code", equalTo("access_not_ready"))
                .body("retryable", equalTo(true));
    }

    @Test
    void a_panel_that_is_down_is_503_unless_the_answer_is_still_at_hand() {
        Customer customer = customers.granted();
        config(customer, "clash", 200);
        faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0).on("GET", "/api/sub"));

        config(customer, "clash", 200);
        customer.asks()
                .queryParam("format", "singbox")
                .get(customer.path("config"))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("panel_unavailable"));

        faults().clear();
        config(customer, "singbox", 200);
    }

    private static void config(Customer customer, String format, int status) {
        customer.asks()
                .queryParam("format", format)
                .get(customer.path("config"))
                .then()
                .statusCode(status);
    }

    @Test
    void a_link_that_died_on_the_panel_is_renewed() {
        Customer customer = customers.granted();
        JsonObject user = panelUser(customer.access());
        JsonObject revoked = user.copy().put("shortUuid", "another" + user.getLong("id") + "link");
        ShopWorld.sandbox().panel().users().restore(revoked);

        customer.asks().get(customer.path("config")).then().statusCode(409);

        // Another test may have left the panel's circuit breaker open for a while.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> customer.asks().get(customer.path("config")).statusCode() == 200);
    }

    @Test
    void the_qr_code_leads_to_the_link() throws Exception {
        Customer customer = customers.granted();

        byte[] png =
                customer.asks()
                        .get(customer.path("qr"))
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .header("Cache-Control", "no-store")
                        .extract()
                        .asByteArray();

        assertThat(read(png)).isEqualTo(customer.link());
        customer.asks()
                .queryParam("format", "svg")
                .get(customer.path("qr"))
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .body(containsString("</svg>"));
    }

    private static String read(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (NotFoundException unreadable) {
            throw new AssertionError("no QR code is seen", unreadable);
        }
    }
}
