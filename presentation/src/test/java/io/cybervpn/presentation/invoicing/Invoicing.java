package io.cybervpn.presentation.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.ledger.Purses;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** A customer who buys from his wallet, and a clerk, who know the shop by nothing but its API. */
@Singleton
final class Invoicing {
    static final String INVOICES = "/api/v1/invoices";
    static final String ADMIN = "/api/v1/admin/invoices";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";

    private final Purses purses;
    private final StaffMembers staff;

    @Inject
    Invoicing(Purses purses, StaffMembers staff) {
        this.purses = purses;
        this.staff = staff;
    }

    /** Somebody with so much money. */
    Customer richCustomer() {
        ExtractableResponse<Response> made = Logins.register(Logins.freshEmail()).extract();
        Customer one =
                new Customer(
                        new AccountId(UUID.fromString(made.path("account.id"))),
                        made.path("tokens.accessToken"));
        purses.pay(one.id(), new Money(100_000, Asset.RUB));
        return one;
    }

    Member clerk() {
        return staff.withRole("admin");
    }

    /** Buys for RUB 199.00; the id of the payment. */
    static String buy(Customer who) {
        return who.asks(UUID.randomUUID().toString())
                .body(
                        "{\"planId\":\"%s\",\"termDays\":30,\"currency\":\"RUB\",\"paymentMethod\":\"wallet\"}"
                                .formatted(BASIC))
                .post("/api/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("payment.id");
    }

    /** A draft of a fee over so much, such as {@code 150.00}; its id. */
    static String draft(Member clerk, Customer who, String amount) {
        return clerk.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        new JsonObject()
                                .put("accountId", who.id().value().toString())
                                .put("currency", "RUB")
                                .put("text", text("fee", amount))
                                .encode())
                .post(ADMIN)
                .then()
                .statusCode(201)
                .extract()
                .path("invoice.id");
    }

    static JsonObject text(String type, String amount) {
        return new JsonObject()
                .put("note", "Thanks")
                .put("dueDays", 14)
                .put(
                        "lines",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("type", type)
                                                .put(
                                                        "descriptionI18n",
                                                        new JsonObject().put("en", "Help"))
                                                .put("quantity", 1)
                                                .put(
                                                        "unitPrice",
                                                        new JsonObject()
                                                                .put("amount", amount)
                                                                .put("currency", "RUB"))));
    }

    /** An open one; its id. */
    static String open(Member clerk, Customer who, String amount) {
        String id = draft(clerk, who, amount);
        clerk.asks().post(ADMIN + "/" + id + "/finalize").then().statusCode(200);
        return id;
    }

    static Response pay(Customer who, String id, String method, boolean useWallet) {
        return who.asks(UUID.randomUUID().toString())
                .body(
                        new JsonObject()
                                .put("paymentMethod", method)
                                .put("useWallet", useWallet)
                                .encode())
                .post(INVOICES + "/" + id + "/pay");
    }

    /** It, once it is so. */
    static JsonPath awaited(Customer who, String id, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> who.asks().get(INVOICES + "/" + id).jsonPath(),
                        seen -> state.equals(seen.getString("state")));
    }

    /** His invoices, once there are so many. */
    static JsonPath listedWhen(Customer who, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> who.asks().get(INVOICES).jsonPath(),
                        seen -> seen.getList("items").size() == count);
    }

    /** His only one, with its notes. */
    static JsonPath only(Customer who) {
        String id = listedWhen(who, 1).getString("items[0].id");
        return who.asks().get(INVOICES + "/" + id).jsonPath();
    }

    /** Gives money of a payment back to the wallet; the id of the refund. */
    static String refund(Member clerk, String payment, String amount) {
        return clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(new JsonObject().put("to", "wallet").put("amount", amount).encode())
                .post("/api/v1/admin/payments/" + payment + "/refunds")
                .then()
                .statusCode(201)
                .extract()
                .path("refund.id");
    }

    /** The proof of the books has nothing to say of these. */
    static void proofHasNothingOf(Member clerk, String... subjects) {
        assertThat(
                        clerk.asks()
                                .get("/api/v1/admin/ledger/proof")
                                .jsonPath()
                                .<String>getList("differences.subject"))
                .doesNotContain(subjects);
    }
}
