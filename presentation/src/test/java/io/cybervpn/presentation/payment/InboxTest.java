package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Customers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Stored pushes in the hands of staff: found, read without secrets, applied again, counted once.
 */
@QuarkusTest
class InboxTest {
    private static final String INBOX = "/api/v1/admin/inbox";

    @Inject Till till;
    @Inject Customers customers;

    @Test
    void a_push_is_found_by_the_payment_read_and_applied_again_without_effect() {
        PaymentView payment = till.start();
        CryptoBotStand stand = new CryptoBotStand();
        Push push = stand.saying(CryptoBotStand.paidInvoice(payment));
        assertThat(push.deliver()).isEqualTo(200);
        till.awaitInbox(stand, push, "applied");
        String id = search("?q=" + payment.id().value()).extract().path("items[0].id");

        search("?q=" + payment.id().value() + "&source=cryptobot&status=applied&limit=1")
                .body("items.id", contains(id))
                .body("items[0].settledAt", notNullValue())
                .body("items[0].replayable", equalTo(true))
                .body("nextCursor", equalTo(id));
        search("?q=" + payment.id().value() + "&cursor=" + id).body("items", empty());
        search("?q=" + id).body("items.id", contains(id));
        staff().get(INBOX + "/" + id)
                .then()
                .statusCode(200)
                .body("message.id", equalTo(id))
                .body("body.update_type", equalTo("invoice_paid"))
                .body("body.payload.payload", equalTo(payment.id().value().toString()))
                .body("body.payload.hash", equalTo("—"));

        replay(true, id).statusCode(200).body("items.result", contains("replayed"));
        replay(false, id).statusCode(200).body("items.result", contains("replayed"));
        till.awaitInbox(stand, push, "applied");
        assertThat(till.effect(payment)).isEqualTo(Till.Effect.CAPTURED_ONCE);
    }

    @Test
    void what_is_not_there_is_said_so_and_changes_nothing() {
        UUID unknown = UUID.randomUUID();

        replay(false, unknown.toString())
                .statusCode(200)
                .body("items.result", contains("not_found"));
        staff().get(INBOX + "/" + unknown).then().statusCode(404);
        staff().get(INBOX + "/x").then().statusCode(404);
    }

    @Test
    void a_replay_wants_a_reason_and_messages() {
        String body = wish(false, UUID.randomUUID().toString()).encode();

        staff().contentType(ContentType.JSON)
                .body(body)
                .post(INBOX + "/replays")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        staff().header("X-Reason", "a test")
                .contentType(ContentType.JSON)
                .body(wish(false, "x").encode())
                .post(INBOX + "/replays")
                .then()
                .statusCode(400);
        replay(false).statusCode(200).body("items", empty());
    }

    @Test
    void a_search_that_makes_no_sense_is_refused() {
        for (String query :
                List.of("?status=paid", "?from=today", "?cursor=first", "?q=abc", "?limit=0")) {
            staff().get(INBOX + query).then().statusCode(400);
        }
        search("?status=flagged&status=ignored&to=2001-01-01T00:00:00Z")
                .body("items", empty())
                .body("nextCursor", nullValue());
        search("?source=cryptobot").body("items.source", everyItem(equalTo("cryptobot")));
    }

    @Test
    void the_inbox_is_for_staff() {
        customers.someone().asks().get(INBOX).then().statusCode(403);
        given().get(INBOX).then().statusCode(401);
    }

    private static ValidatableResponse search(String query) {
        return staff().get(INBOX + query).then().statusCode(200);
    }

    private static ValidatableResponse replay(boolean dryRun, String... ids) {
        return staff().header("X-Reason", "the repair is done")
                .contentType(ContentType.JSON)
                .body(wish(dryRun, ids).encode())
                .post(INBOX + "/replays")
                .then();
    }

    private static JsonObject wish(boolean dryRun, String... ids) {
        return new JsonObject().put("ids", new JsonArray(List.of(ids))).put("dryRun", dryRun);
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Logins.admin());
    }
}
