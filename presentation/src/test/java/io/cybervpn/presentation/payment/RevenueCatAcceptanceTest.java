package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.appstore.CompareWithStore;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.appstore.StoreServiceChanged;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.revenuecat.Subscribers.Wish;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pushes of RevenueCat, row by row of the matrix, over HTTP (R77, R273). */
@QuarkusTest
class RevenueCatAcceptanceTest extends RevenueCatWorld {
    @Inject CompareWithStore compareWithStore;

    @Test
    void twenty_copies_at_once_are_one_event_and_one_subscription() {
        boughtSilently();
        JsonObject event = event("INITIAL_PURCHASE");
        Push push = push(event);

        List<Integer> answers =
                IntStream.range(0, 20).parallel().mapToObj(_ -> push.deliver()).toList();

        assertThat(answers).containsOnly(200);
        awaitStatus(buyer, "active");
        assertThat(push.deliver()).isEqualTo(200);
        awaitInbox(event, "applied");
        assertThat(count("select count(*) from store_service where account_id = $1")).isOne();
    }

    @Test
    void what_is_not_authorised_or_not_signed_is_refused_and_does_nothing() {
        boughtSilently();
        JsonObject event = event("INITIAL_PURCHASE");
        Push genuine = push(event);
        Map<String, String> others = new HashMap<>(genuine.headers());
        others.put("Authorization", "Token other");
        Map<String, String> none = new HashMap<>(genuine.headers());
        none.remove("Authorization");
        Map<String, String> unsigned = new HashMap<>(genuine.headers());
        unsigned.remove("X-RevenueCat-Webhook-Signature");

        assertThat(new Push("revenuecat", genuine.body(), others).deliver()).isEqualTo(401);
        assertThat(new Push("revenuecat", genuine.body(), none).deliver()).isEqualTo(401);
        assertThat(new Push("revenuecat", genuine.body(), unsigned).deliver()).isEqualTo(401);
        assertThat(genuine.withBody(genuine.body() + " ").deliver()).isEqualTo(401);
        assertThat(inbox(event)).isEqualTo("none");

        String twin = new JsonObject(genuine.body()).encodePrettily();
        assertThat(new Push("revenuecat", twin, headers(twin)).deliver()).isEqualTo(200);
        awaitStatus(buyer, "active");
    }

    @Test
    void without_secrets_a_push_is_told_to_come_again_and_nothing_is_stored() {
        JsonObject event = event("INITIAL_PURCHASE");
        given().body(push(event).body())
                .post("/api/v1/webhooks/" + UnconfiguredSource.SOURCE)
                .then()
                .statusCode(503)
                .body("code", equalTo("webhook_not_configured"));
        long stored =
                pool.preparedQuery("select count(*) from inbox where source = $1")
                        .execute(Tuple.of(UnconfiguredSource.SOURCE))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0);
        assertThat(stored).isZero();
    }

    @Test
    void a_forged_word_of_a_purchase_that_is_none_gives_nothing() {
        JsonObject event = event("INITIAL_PURCHASE").put("expiration_at_ms", 4_102_444_800_000L);

        assertThat(push(event).deliver()).isEqualTo(200);

        awaitInbox(event, "applied");
        await().until(
                        () ->
                                count(
                                                "select count(*) from store_customer where account_id = $1"
                                                        + " and look_at is null and read_at is not null")
                                        == 1);
        assertThat(buyer.subscriptions()).isEmpty();
    }

    @Test
    void a_tester_gets_nothing_in_production_though_another_event_makes_us_read() {
        assertThat(revenueCat.subscribers().buy(buyer.id(), Wish.of(product, MONTH).inSandbox()))
                .isNotEmpty();
        JsonObject event = event("INITIAL_PURCHASE").put("environment", "SANDBOX");
        assertThat(push(event).deliver()).isEqualTo(200);
        awaitInbox(event, "ignored");

        JsonObject other = event("SOMETHING_NEW");
        assertThat(push(other).deliver()).isEqualTo(200);

        awaitInbox(other, "applied");
        await().until(
                        () ->
                                count(
                                                "select count(*) from store_customer where account_id = $1"
                                                        + " and look_at is null and read_at is not null")
                                        == 1);
        assertThat(buyer.subscriptions()).isEmpty();
    }

    @Test
    void an_alias_names_the_customer_and_an_unknown_one_is_for_staff() {
        boughtSilently();
        JsonObject byAlias =
                event("RENEWAL")
                        .put("app_user_id", "$RCAnonymousID:1")
                        .put("aliases", new JsonArray().add("$RCAnonymousID:1").add(buyer.id()));
        assertThat(push(byAlias).deliver()).isEqualTo(200);
        awaitStatus(buyer, "active");

        JsonObject unknown = event("RENEWAL").put("app_user_id", UUID.randomUUID().toString());
        assertThat(push(unknown).deliver()).isEqualTo(200);
        awaitInbox(unknown, "flagged");
        JsonObject test = event("TEST");
        assertThat(push(test).deliver()).isEqualTo(200);
        awaitInbox(test, "ignored");
    }

    @Test
    void nothing_is_given_while_the_customer_cannot_be_read_and_all_of_it_after() {
        revenueCat.faults().add(Fault.of(Fault.Kind.ERROR, 503));
        buy();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                count(
                                                "select count(*) from store_customer where account_id = $1"
                                                        + " and attempts >= 2")
                                        == 1);
        assertThat(buyer.subscriptions()).isEmpty();

        revenueCat.faults().clear();
        awaitStatus(buyer, "active");
    }

    @Test
    void what_was_read_and_could_not_be_stored_is_read_again() {
        BreakableOutbox.breakFor(
                told ->
                        told instanceof StoreServiceChanged changed
                                && changed.account().value().toString().equals(buyer.id()));
        buy();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                count(
                                                "select count(*) from store_customer where account_id = $1"
                                                        + " and attempts >= 2")
                                        == 1);
        assertThat(count("select count(*) from store_service where account_id = $1")).isZero();

        BreakableOutbox.repair();
        awaitStatus(buyer, "active");
    }

    @Test
    void the_daily_proof_finds_what_the_store_says_otherwise() {
        bought();
        assertThat(differences()).doesNotContain(buyer.id());

        boughtSilently(MONTH.multipliedBy(2));
        assertThat(differences()).contains(buyer.id());

        assertThat(push(event("RENEWAL")).deliver()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(differences()).doesNotContain(buyer.id()));
    }

    @Test
    void nobody_else_has_to_watch_the_end_of_what_a_store_keeps() {
        bought();

        List<String> unwatched =
                given().auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .jsonPath()
                        .getList(
                                "differences.findAll { it.check == 'subscription-not-watched' }"
                                        + ".subject");

        assertThat(unwatched).doesNotContainAnyElementsOf(kept());
    }

    /** The subscriptions that his store keeps for him. */
    private List<String> kept() {
        List<String> ids = new ArrayList<>();
        pool.preparedQuery("select id::text as id from store_service where account_id = $1")
                .execute(Tuple.of(UUID.fromString(buyer.id())))
                .await()
                .indefinitely()
                .forEach(row -> ids.add(row.getString("id")));
        assertThat(ids).hasSize(1);
        return ids;
    }

    private List<String> differences() {
        CompareWithStore.Result result =
                compareWithStore
                        .execute(
                                new CompareWithStore.Query(Instant.now().minus(Duration.ofDays(3))))
                        .await()
                        .indefinitely();
        return ((CompareWithStore.Result.Compared) result)
                .differences().stream().map(Difference::subject).toList();
    }
}
