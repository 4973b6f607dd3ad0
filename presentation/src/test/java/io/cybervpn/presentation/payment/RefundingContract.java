package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.sandbox.http.Fault;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every provider's way back has to do (R74, R75): money goes back once, and never too much.
 */
abstract class RefundingContract {
    private static final String PAYMENTS = "/api/v1/admin/payments/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int COPIES = 20;

    @Inject Till till;
    @Inject StaffMembers staff;
    @Inject ShopClock clock;

    private Member clerk;

    /** The provider's sandbox. */
    abstract WayBack way();

    @BeforeEach
    void a_clerk_comes() {
        clerk = staff.withRole("admin");
    }

    @AfterEach
    void all_is_well_again() {
        way().calm();
        clock.reset();
    }

    PaymentView paid() {
        PaymentView payment = way().start(till);
        assertThat(way().stand().paid(payment).deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");
        return payment;
    }

    Money part(int of) {
        Money price = way().stand().price();
        return new Money(price.minorUnits() / of, price.asset());
    }

    private Money price() {
        return way().stand().price();
    }

    private Response refund(PaymentView payment, String key, Optional<Money> amount) {
        JsonObject body = new JsonObject().put("to", "provider");
        amount.ifPresent(money -> body.put("amount", money.toDecimal()));
        return clerk.decides()
                .header("Idempotency-Key", key)
                .body(body.encode())
                .post(PAYMENTS + payment.id().value() + "/refunds");
    }

    String promise(PaymentView payment) {
        return promised(payment, Optional.empty());
    }

    String promise(PaymentView payment, Money amount) {
        return promised(payment, Optional.of(amount));
    }

    private String promised(PaymentView payment, Optional<Money> amount) {
        Response response = refund(payment, key(), amount);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.path("refund.id");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonPath refunds(PaymentView payment) {
        return clerk.asks().get(PAYMENTS + payment.id().value() + "/refunds").jsonPath();
    }

    /** Waits until the states of its refunds, oldest first, are these. */
    JsonPath awaitStates(PaymentView payment, String... states) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(refunds(payment).<String>getList("items.state"))
                                        .containsExactly(states));
        return refunds(payment);
    }

    private Money given(PaymentView payment) {
        JsonPath seen = clerk.asks().get(PAYMENTS + payment.id().value() + "/refunds").jsonPath();
        return seen
                .<String>getList("items.findAll { it.state == 'succeeded' }.amount.amount")
                .stream()
                .map(text -> Money.parse(text, price().asset()).orElseThrow())
                .reduce(Money.zero(price().asset()), Money::plus);
    }

    /** Both sides say the same, and so does the ledger. */
    void agreesOn(PaymentView payment, Money gone) {
        assertThat(way().gone(payment)).isEqualTo(gone);
        assertThat(given(payment)).isEqualTo(gone);
        proofKnowsNothingOf(payment);
    }

    void proofKnowsNothingOf(PaymentView payment) {
        List<String> subjects =
                RestAssured.given()
                        .auth()
                        .oauth2(clerk.token())
                        .get("/api/v1/admin/ledger/proof")
                        .jsonPath()
                        .getList("differences.subject");
        assertThat(subjects).doesNotContain(payment.id().value().toString());
        assertThat(refunds(payment).<String>getList("items.id"))
                .allSatisfy(refund -> assertThat(subjects).doesNotContain(refund));
    }

    void later() {
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void all_of_it_goes_back() {
        PaymentView payment = paid();
        assertThat(promise(payment)).isNotBlank();
        awaitStates(payment, "succeeded");
        agreesOn(payment, price());
        assertThat(refund(payment, key(), Optional.empty()).<String>path("code"))
                .isEqualTo("nothing_left");
    }

    @Test
    void parts_go_back_one_after_the_other_or_not_at_all() {
        PaymentView payment = paid();
        assertThat(promise(payment, part(4))).isNotBlank();
        if (!way().inParts()) {
            awaitStates(payment, "failed");
            agreesOn(payment, Money.zero(price().asset()));
            return;
        }
        assertThat(promise(payment, part(2))).isNotBlank();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            later();
                            awaitStates(payment, "succeeded", "succeeded");
                        });
        assertThat(refund(payment, key(), Optional.of(part(2))).<String>path("code"))
                .isEqualTo("too_much");
        assertThat(promise(payment)).isNotBlank();
        awaitStates(payment, "succeeded", "succeeded", "succeeded");
        agreesOn(payment, price());
    }

    @Test
    void the_same_wish_again_is_the_same_refund() {
        PaymentView payment = paid();
        String key = key();
        String first = refund(payment, key, Optional.empty()).path("refund.id");
        awaitStates(payment, "succeeded");
        assertThat(refund(payment, key, Optional.empty()).<String>path("refund.id"))
                .isEqualTo(first);
        awaitStates(payment, "succeeded");
        agreesOn(payment, price());
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_and_nothing_is_sent_twice() {
        PaymentView payment = paid();
        way().stand().faults().add(way().onRefund(Fault.of(Fault.Kind.DROP_AFTER, 0)).times(1));
        way().stand().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
        assertThat(promise(payment)).isNotBlank();
        awaitStates(payment, "unknown");
        assertThat(way().gone(payment)).isEqualTo(price());
        later();
        awaitStates(payment, "succeeded");
        agreesOn(payment, price());
    }

    @Test
    void a_provider_that_is_down_gets_it_later() {
        PaymentView payment = paid();
        way().stand().faults().add(way().onRefund(Fault.of(Fault.Kind.ERROR, 500)).times(1));
        assertThat(promise(payment)).isNotBlank();
        awaitStates(payment, "unknown");
        later();
        awaitStates(payment, "succeeded");
        agreesOn(payment, price());
    }

    @Test
    void a_refusal_puts_everything_back() {
        PaymentView payment = paid();
        way().refuse(payment);
        Money before = way().gone(payment);
        assertThat(promise(payment)).isNotBlank();
        JsonPath failed = awaitStates(payment, "failed");
        assertThat(failed.<String>get("items[0].failure")).isNotBlank();
        assertThat(way().gone(payment)).isEqualTo(before);
        proofKnowsNothingOf(payment);
        assertThat(refund(payment, key(), Optional.empty()).statusCode()).isEqualTo(201);
    }

    @Test
    void money_that_went_back_past_us_is_noted_once_however_often_it_is_told() {
        PaymentView payment = paid();
        Money amount = way().inParts() ? part(4) : price();
        Optional<Push> push = way().past(payment, amount);
        assumeTrue(push.isPresent(), "nobody gives back past us here");
        List<CompletableFuture<Integer>> copies =
                IntStream.range(0, COPIES)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(push.get()::deliver))
                        .toList();
        assertThat(copies).allSatisfy(copy -> assertThat(copy.join()).isEqualTo(200));
        JsonPath seen = awaitStates(payment, "succeeded");
        assertThat(seen.<String>get("items[0].cause")).isEqualTo("provider");
        assertThat(push.get().deliver()).isEqualTo(200);
        till.awaitInbox(way().stand(), push.get(), "applied");
        awaitStates(payment, "succeeded");
        agreesOn(payment, amount);
    }

    @Test
    void a_refund_that_is_told_before_the_money_ends_refunded() {
        PaymentView payment = way().start(till);
        Push came = way().stand().paid(payment);
        Optional<Push> went = way().past(payment, price());
        assumeTrue(went.isPresent(), "nobody gives back past us here");
        assertThat(went.get().deliver()).isEqualTo(200);
        till.awaitInbox(way().stand(), went.get(), "applied");
        assertThat(came.deliver()).isEqualTo(200);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ofSeconds(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            clock.advance(Duration.ofMinutes(3));
                            return refunds(payment).<String>getList("items.state");
                        },
                        List.of("succeeded")::equals);
        till.awaitState(payment, "captured");
        agreesOn(payment, price());
    }

    @Test
    void what_fails_after_it_had_succeeded_is_put_back() {
        PaymentView payment = paid();
        assertThat(promise(payment)).isNotBlank();
        awaitStates(payment, "succeeded");
        Optional<Push> push = way().undone(payment);
        assumeTrue(push.isPresent(), "what succeeded stays so here");
        assertThat(push.get().deliver()).isEqualTo(200);
        awaitStates(payment, "failed");
        agreesOn(payment, Money.zero(price().asset()));
    }

    @Test
    void two_at_the_same_moment_never_exceed_what_came() {
        PaymentView payment = paid();
        Optional<Money> most =
                way().inParts()
                        ? Optional.of(part(2).plus(new Money(1, price().asset())))
                        : Optional.empty();
        List<CompletableFuture<Response>> both =
                IntStream.range(0, 4)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> refund(payment, key(), most)))
                        .toList();
        assertThat(both.stream().map(one -> one.join().statusCode()))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
        awaitStates(payment, "succeeded");
        agreesOn(payment, most.orElse(price()));
    }
}
