package io.cybervpn.presentation.invoicing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody without a login pays another's invoice by a link, and learns nothing of him. */
@QuarkusTest
class PayLinksTest {
    private static final String PAY = "/api/v1/pay/";

    @Inject Invoicing invoicing;
    @Inject ShopClock clock;
    @Inject Pool pool;

    private Customer buyer;
    private Member clerk;
    private String invoice = "";

    @BeforeEach
    void somebody_owes() {
        buyer = invoicing.richCustomer();
        clerk = invoicing.clerk();
        buyer.asks()
                .body("{\"name\":\"Secret Name\",\"address\":\"\",\"taxId\":\"\",\"country\":\"\"}")
                .put("/api/v1/billing-details")
                .then()
                .statusCode(200);
        invoice = Invoicing.open(clerk, buyer, "150.00");
    }

    @AfterEach
    void put_things_back() {
        clock.reset();
    }

    private static RequestSpecification anybody() {
        return given().contentType(ContentType.JSON);
    }

    private static JsonPath made(RequestSpecification who, String path) {
        return who.body("{\"days\": 7}")
                .post(path + "/pay-links")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private JsonPath own() {
        return made(buyer.asks(), Invoicing.INVOICES + "/" + invoice);
    }

    private static Response begin(String token) {
        return anybody().body("{\"paymentMethod\": \"cryptobot\"}").post(PAY + token + "/payments");
    }

    @Test
    void who_has_the_link_sees_what_to_pay_and_pays_it() {
        String token = own().getString("token");
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        String seen =
                anybody()
                        .get(PAY + token)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("status", equalTo("pending"))
                        .body("total.amount", equalTo("150.00"))
                        .body("methods.code", hasItem("cryptobot"))
                        .body("methods.code", not(hasItem("wallet")))
                        .body("$", not(hasKey("buyer")))
                        .extract()
                        .asString();
        assertThat(seen)
                .doesNotContain(
                        "Secret Name",
                        "Thanks",
                        buyer.id().value().toString(),
                        buyer.asks().get("/api/v1/me").<String>path("email"));
        String url =
                begin(token)
                        .then()
                        .statusCode(201)
                        .body("payUrl", notNullValue())
                        .extract()
                        .path("payUrl");
        assertThat(begin(token).jsonPath().getString("payUrl")).isEqualTo(url);
        press();
        Invoicing.awaited(buyer, invoice, "paid");
        anybody()
                .get(PAY + token)
                .then()
                .body("status", equalTo("paid"))
                .body("methods", hasSize(0));
        begin(token).then().statusCode(409).body("code", equalTo("invoice_state"));
        Invoicing.proofHasNothingOf(clerk, invoice);
    }

    private void press() {
        String payment =
                pool.query("select id from payment where subject = '" + invoice + "'")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getUUID("id")
                        .toString();
        JsonObject asked = ShopWorld.sandbox().cryptoPay().invoices().byPayload(payment).getFirst();
        ShopWorld.sandbox().cryptoPay().invoices().pay(asked.getLong("invoice_id"));
    }

    @Test
    void whatever_opens_nothing_is_answered_alike() {
        JsonPath revoked = made(clerk.asks(), Invoicing.ADMIN + "/" + invoice);
        String over = own().getString("token");
        String path = Invoicing.INVOICES + "/" + invoice + "/pay-links/";
        buyer.asks().delete(path + revoked.getString("link.id")).then().statusCode(204);
        buyer.asks().delete(path + revoked.getString("link.id")).then().statusCode(204);
        buyer.asks().delete(path + UUID.randomUUID()).then().statusCode(404);
        String unknown = answer("never-was");
        assertThat(answer(revoked.getString("token"))).isEqualTo(unknown);
        anybody().get(PAY + over).then().statusCode(200);
        clock.advance(Duration.ofDays(8));
        assertThat(answer(over)).isEqualTo(unknown);
        begin(over).then().statusCode(404).body("code", equalTo("pay_link_not_found"));
        anybody()
                .body("{\"paymentMethod\": \"wallet\"}")
                .post(PAY + "never-was/payments")
                .then()
                .statusCode(404);
    }

    private static String answer(String token) {
        JsonPath problem = anybody().get(PAY + token).then().statusCode(404).extract().jsonPath();
        return problem.getString("code") + " " + problem.getString("detail");
    }

    @Test
    void a_token_is_kept_nowhere() {
        String token = own().getString("token");
        buyer.asks()
                .get(Invoicing.INVOICES + "/" + invoice + "/pay-links")
                .then()
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("token")));
        for (String table : new String[] {"invoice_pay_link", "audit_entry", "idempotency_key"}) {
            assertThat(
                            pool.query(
                                            "select 1 from %s t where t::text like '%%%s%%'"
                                                    .formatted(table, token))
                                    .execute()
                                    .await()
                                    .indefinitely()
                                    .rowCount())
                    .isZero();
        }
    }

    @Test
    void a_link_is_made_for_what_is_owed_by_its_debtor_alone() {
        invoicing
                .richCustomer()
                .asks()
                .body("{\"days\": 7}")
                .post(Invoicing.INVOICES + "/" + invoice + "/pay-links")
                .then()
                .statusCode(404);
        buyer.asks()
                .body("{\"days\": 91}")
                .post(Invoicing.INVOICES + "/" + invoice + "/pay-links")
                .then()
                .statusCode(400);
        clerk.decides().post(Invoicing.ADMIN + "/" + invoice + "/void").then().statusCode(200);
        buyer.asks()
                .body("{\"days\": 7}")
                .post(Invoicing.INVOICES + "/" + invoice + "/pay-links")
                .then()
                .statusCode(409)
                .body("code", equalTo("invoice_state"));
    }
}
