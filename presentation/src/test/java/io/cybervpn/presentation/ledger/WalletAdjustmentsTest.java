package io.cybervpn.presentation.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff do to wallets by hand, and what a second pair of eyes is for. */
@QuarkusTest
class WalletAdjustmentsTest {
    @Inject StaffMembers staff;
    @Inject ShopClock clock;

    private Member anna;
    private String customer = "";

    @BeforeEach
    void hire() {
        anna = staff.withRole("admin");
        customer =
                given().auth().oauth2(Logins.newCustomer()).get("/api/v1/me").path("id").toString();
    }

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private String wallet() {
        return "/api/v1/admin/users/" + customer + "/wallet";
    }

    private static String body(String kind, String amount) {
        return """
        {"kind": "%s", "amount": {"amount": "%s", "currency": "RUB"}}"""
                .formatted(kind, amount);
    }

    private ValidatableResponse adjust(Member by, String key, String body) {
        return by.decides()
                .header("Idempotency-Key", key)
                .body(body)
                .post(wallet() + "/adjustments")
                .then();
    }

    private ValidatableResponse adjust(String kind, String amount) {
        return adjust(anna, UUID.randomUUID().toString(), body(kind, amount));
    }

    private void assertHas(String paid, String granted) {
        anna.asks()
                .get(wallet())
                .then()
                .statusCode(200)
                .body("balances[0].paid.amount", equalTo(paid))
                .body("balances[0].granted.amount", equalTo(granted));
    }

    @Test
    void money_goes_in_and_out_and_is_given_and_the_trail_says_why() {
        adjust("credit", "100.00").statusCode(201).body("status", equalTo("done"));
        adjust("debit", "30.00").statusCode(201);
        adjust("grant", "5.50").statusCode(201);

        assertHas("70.00", "5.50");
        adjust("debit", "70.01")
                .statusCode(422)
                .body("code", equalTo("not_enough_money"))
                .body("params.available", equalTo("70.00"));
        assertHas("70.00", "5.50");
        anna.asks()
                .get(wallet() + "/transactions")
                .then()
                .body(
                        "items.kind",
                        equalTo(List.of("wallet_granted", "wallet_debited", "wallet_credited")));
        anna.asks()
                .queryParam("objectId", customer)
                .get("/api/v1/admin/audit")
                .then()
                .body("items.action", hasItem("wallets.adjust"))
                .body("items.reason", hasItem("a decision of a test"));
    }

    @Test
    void the_same_key_does_it_once() {
        List<Integer> statuses =
                IntStream.range(0, 8)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        adjust(
                                                                        anna,
                                                                        "one key",
                                                                        body("credit", "7.00"))
                                                                .extract()
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertHas("7.00", "0.00");
        adjust(anna, "one key", body("credit", "8.00"))
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    void it_wants_the_right_a_reason_a_key_and_a_fresh_second_factor() {
        adjust(staff.withRole("support"), "key", body("credit", "1.00")).statusCode(403);
        anna.asks()
                .header("Idempotency-Key", "key")
                .body(body("credit", "1.00"))
                .post(wallet() + "/adjustments")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        anna.decides()
                .body(body("credit", "1.00"))
                .post(wallet() + "/adjustments")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_missing"));
        clock.advance(Duration.ofMinutes(10));
        adjust("credit", "1.00").statusCode(403).body("code", equalTo("step_up_required"));
        clock.reset();
        adjust("credit", "0.00").statusCode(422).body("code", equalTo("adjustment_out_of_range"));
        adjust("gift", "1.00").statusCode(400);
        adjust("credit", "1.001").statusCode(400);
        customer = UUID.randomUUID().toString();
        adjust("credit", "1.00").statusCode(404);
    }

    @Test
    void above_the_limit_somebody_else_has_to_agree() {
        Member bert = staff.withRole("admin");
        String approval =
                adjust(anna, "much", body("credit", "50000.01"))
                        .statusCode(202)
                        .body("status", equalTo("approval_required"))
                        .extract()
                        .path("approvalId");
        anna.asks().get(wallet()).then().body("balances", equalTo(List.of()));

        decide(anna, approval).statusCode(409).body("code", equalTo("own_wish"));
        decide(staff.withRole("support"), approval).statusCode(403);
        decide(bert, approval).statusCode(200).body("details.owner", equalTo(customer));
        decide(bert, approval).statusCode(409).body("code", equalTo("already_decided"));
        assertHas("50000.01", "0.00");
        anna.asks()
                .queryParam("objectId", customer)
                .get("/api/v1/admin/audit")
                .then()
                .body("items.action", hasItems("wallets.adjust"))
                .body("items.actorId", hasItem(bert.id().value().toString()));
    }

    @Test
    void what_is_not_there_any_more_cannot_be_taken_by_an_approval_either() {
        Member bert = staff.withRole("admin");
        adjust("credit", "49999.00").statusCode(201);
        adjust("credit", "49999.00").statusCode(201);
        String approval =
                adjust(anna, "out", body("debit", "60000.00"))
                        .statusCode(202)
                        .extract()
                        .path("approvalId");
        adjust("debit", "40000.00").statusCode(201);

        decide(bert, approval).statusCode(409).body("code", equalTo("not_enough_money"));
        assertHas("59998.00", "0.00");
    }

    private static ValidatableResponse decide(Member by, String approval) {
        return by.decides().post("/api/v1/admin/approvals/" + approval + "/approve").then();
    }
}
