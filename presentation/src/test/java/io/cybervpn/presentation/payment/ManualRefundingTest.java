package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds of bank transfers: staff send them, and say what became of each. */
@QuarkusTest
@Accepts("manual")
class ManualRefundingTest implements StaffedSuite.WayBack {
    private static final String RETURNS = "/api/v1/admin/bank-returns";
    private static final String SENT = "{\"kind\": \"sent\", \"bankReference\": \"%s\"}";
    private static final String FAILED = "{\"kind\": \"failed\"}";

    @Inject BankDesk desk;

    private Member clerk;
    private PaymentView payment;

    @BeforeEach
    void somebody_has_paid() {
        clerk = desk.clerk();
        payment = desk.paid(clerk);
    }

    private String refunds() {
        return "/api/v1/admin/payments/" + payment.id().value() + "/refunds";
    }

    /** A promised refund that is on the list of what has to be sent. */
    private String promised(String body) {
        String refund =
                clerk.decides()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(body)
                        .post(refunds())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("refund.id");
        await().atMost(Duration.ofSeconds(20)).until(() -> listed().contains(refund));
        await().atMost(Duration.ofSeconds(20)).until(() -> state(refund).equals("sent"));
        return refund;
    }

    private List<String> listed() {
        return clerk.asks().get(RETURNS).jsonPath().getList("items.refundId");
    }

    private String state(String refund) {
        JsonPath seen = clerk.asks().get(refunds()).jsonPath();
        return seen.getString("items.find { it.id == '" + refund + "' }.state");
    }

    private ValidatableResponse say(String refund, String body) {
        return clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(RETURNS + "/" + refund + "/outcomes")
                .then();
    }

    private List<String> differences() {
        return clerk.asks()
                .get("/api/v1/admin/ledger/proof")
                .jsonPath()
                .getList("differences.subject");
    }

    @Test
    void what_was_sent_is_done_however_often_it_is_said() {
        String refund = promised("{\"to\": \"provider\"}");
        String word = SENT.formatted("bank " + UUID.randomUUID());

        List<Integer> answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> say(refund, word).extract().statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).containsOnly(201);
        assertThat(state(refund)).isEqualTo("succeeded");
        assertThat(listed()).doesNotContain(refund);
        say(refund, SENT.formatted("another transfer"))
                .statusCode(409)
                .body("code", equalTo("already_decided"));
        assertThat(differences()).doesNotContain(refund, payment.id().value().toString());
    }

    @Test
    void parts_are_sent_one_by_one_and_never_more_than_came() {
        String first = promised("{\"to\": \"provider\", \"amount\": \"100.00\"}");
        String second = promised("{\"to\": \"provider\", \"amount\": \"99.00\"}");
        clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"to\": \"provider\", \"amount\": \"0.01\"}")
                .post(refunds())
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing_left"));

        say(second, SENT.formatted("bank " + UUID.randomUUID())).statusCode(201);
        assertThat(state(second)).isEqualTo("succeeded");
        assertThat(state(first)).isEqualTo("sent");
        assertThat(listed()).contains(first).doesNotContain(second);
    }

    @Test
    void what_cannot_be_sent_is_put_back_and_can_be_promised_again() {
        String refund = promised("{\"to\": \"provider\"}");
        say(refund, FAILED).statusCode(201);
        assertThat(state(refund)).isEqualTo("failed");
        say(refund, SENT.formatted("too late")).statusCode(409);
        assertThat(differences()).doesNotContain(refund, payment.id().value().toString());

        assertThat(promised("{\"to\": \"provider\"}")).isNotEqualTo(refund);
    }

    @Test
    void what_comes_back_after_it_was_sent_is_put_back() {
        String refund = promised("{\"to\": \"provider\"}");
        say(refund, SENT.formatted("bank " + UUID.randomUUID())).statusCode(201);
        assertThat(state(refund)).isEqualTo("succeeded");

        say(refund, FAILED).statusCode(201);

        assertThat(state(refund)).isEqualTo("failed");
        assertThat(differences()).doesNotContain(refund, payment.id().value().toString());
    }

    @Test
    void what_makes_no_sense_is_refused_and_changes_nothing() {
        String refund = promised("{\"to\": \"provider\"}");
        say(refund, "{\"kind\": \"sent\"}").statusCode(400);
        say(refund, "{\"kind\": \"failed\", \"bankReference\": \"bank 7\"}").statusCode(400);
        say(refund, "{\"kind\": \"odd\"}").statusCode(400);
        say(UUID.randomUUID().toString(), FAILED).statusCode(404);
        clerk.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(FAILED)
                .post(RETURNS + "/" + refund + "/outcomes")
                .then()
                .statusCode(400);
        assertThat(state(refund)).isEqualTo("sent");
        assertThat(listed()).contains(refund);
    }
}
