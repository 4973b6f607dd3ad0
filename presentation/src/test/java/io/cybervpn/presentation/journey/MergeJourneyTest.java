package io.cybervpn.presentation.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.application.identity.port.OneTimePasswords;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountsMerged;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.domain.identity.repository.SecondFactors;
import io.cybervpn.presentation.identity.Authenticator;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R45: two accounts of one person become one, and nothing of it is lost. */
@QuarkusTest
class MergeJourneyTest {
    private static final String MERGE = "/api/v1/account/merge";

    @Inject SecondFactors factors;
    @Inject OneTimePasswords passwords;
    @Inject SecretBox box;
    @Inject UnitOfWork unitOfWork;
    @Inject ShopClock clock;
    @Inject Pool pool;

    @AfterEach
    void mend_the_outbox() {
        BreakableOutbox.repair();
    }

    private static JsonObject proofOf(Shopper shopper) {
        return new JsonObject().put("password", shopper.password());
    }

    private static ValidatableResponse preview(Shopper asker, Shopper other, String keep) {
        JsonObject wish =
                new JsonObject()
                        .put("proof", proofOf(asker))
                        .put("otherEmail", other.email())
                        .put("otherProof", proofOf(other))
                        .put("keep", keep);
        return asker.asks().body(wish.encode()).post(MERGE).then();
    }

    private static ValidatableResponse confirm(Shopper asker, String token) {
        return asker.asks()
                .body(new JsonObject().put("token", token).encode())
                .post(MERGE + "/confirm")
                .then();
    }

    private static String token(Shopper asker, Shopper other, String keep) {
        return preview(asker, other, keep).statusCode(200).extract().path("token");
    }

    private static String idOf(Shopper shopper) {
        return shopper.get("/me").getString("id");
    }

    private long count(String sql, String account) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(UUID.fromString(account)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void everything_moves_once_and_late_money_follows() {
        Shopper keeper = Shopper.register();
        Shopper goer = Shopper.register();
        JsonPath paid = goer.ordered(LeavingJourneyTest.wish());
        goer.pay(paid);
        String subscription = goer.settled(paid).getString("subscriptionId");
        goer.connectable(subscription);
        JsonPath open = goer.ordered(LeavingJourneyTest.wish());
        String gone = idOf(goer);
        String kept = idOf(keeper);

        String token =
                preview(keeper, goer, "this")
                        .statusCode(200)
                        .body("goneId", equalTo(gone))
                        .body("keptId", equalTo(kept))
                        .body("moves.kind", hasItem("active_subscriptions"))
                        .body("givenUp", contains("email"))
                        .extract()
                        .path("token");
        assertThat(goer.asks().get("/api/v1/me").statusCode()).isEqualTo(200);
        confirm(keeper, token).statusCode(200).body("accountId", equalTo(kept));
        confirm(keeper, token).statusCode(200).body("accountId", equalTo(kept));

        assertThat(goer.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(keeper.get("/orders").getLong("page.total")).isEqualTo(2);
        assertThat(keeper.get("/subscriptions/" + subscription).getString("access.status"))
                .isEqualTo("ready");
        goer.pay(open);
        keeper.settled(open);
        assertThat(keeper.get("/subscriptions").getLong("page.total")).isEqualTo(2);
        assertThat(count("select count(*) from access where account_id = $1", gone)).isZero();
        assertThat(count("select count(*) from payment where payer = $1", gone)).isZero();
        proveTheBooksOf(paid, open);
        assertThat(Shopper.register(goer.email()).get("/orders").getLong("page.total")).isZero();
    }

    private static void proveTheBooksOf(JsonPath... orders) {
        List<String> subjects =
                RestAssured.given()
                        .auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("differences.subject");
        for (JsonPath order : orders) {
            assertThat(subjects)
                    .noneMatch(one -> one.contains(order.getString("id")))
                    .noneMatch(one -> one.contains(order.getString("payment.id")));
        }
    }

    @Test
    void who_does_not_show_both_merges_nothing() {
        Shopper one = Shopper.register();
        Shopper other = Shopper.register();
        JsonObject guess =
                new JsonObject()
                        .put("proof", proofOf(one))
                        .put("otherEmail", other.email())
                        .put("otherProof", new JsonObject().put("password", "a guess"));
        one.asks()
                .body(guess.encode())
                .post(MERGE)
                .then()
                .statusCode(400)
                .body("code", equalTo("other_account_not_proven"));
        guess.put("otherEmail", "nobody-" + UUID.randomUUID() + "@example.org");
        one.asks()
                .body(guess.encode())
                .post(MERGE)
                .then()
                .statusCode(400)
                .body("code", equalTo("other_account_not_proven"));
        guess.put("otherProof", proofOf(other)).remove("proof");
        one.asks()
                .body(guess.encode())
                .post(MERGE)
                .then()
                .statusCode(400)
                .body("code", equalTo("wrong_password"));
        preview(one, one, "this").statusCode(422).body("code", equalTo("merge_not_possible"));
        confirm(other, token(one, other, "this"))
                .statusCode(410)
                .body("code", equalTo("merge_token_gone"));
        confirm(one, "box1.nobody.AAAA").statusCode(410);
    }

    @Test
    void a_merge_that_breaks_off_at_its_last_step_has_changed_nothing() {
        Shopper keeper = Shopper.register();
        Shopper goer = Shopper.register();
        JsonPath order = goer.ordered(LeavingJourneyTest.wish());
        String gone = idOf(goer);
        String token = token(keeper, goer, "this");
        BreakableOutbox.breakFor(
                told ->
                        told instanceof AccountsMerged merged
                                && merged.from().value().toString().equals(gone));
        confirm(keeper, token).statusCode(500);
        BreakableOutbox.repair();

        assertThat(goer.get("/orders/" + order.getString("id")).getString("id"))
                .isEqualTo(order.getString("id"));
        assertThat(keeper.get("/orders").getLong("page.total")).isZero();
        confirm(keeper, token).statusCode(200);
        assertThat(keeper.get("/orders").getLong("page.total")).isEqualTo(1);
    }

    @Test
    void of_two_merges_against_each_other_one_wins() {
        Shopper one = Shopper.register();
        Shopper other = Shopper.register();
        String into = token(one, other, "this");
        String against = token(other, one, "this");
        List<Integer> answers =
                Stream.of(
                                CompletableFuture.supplyAsync(() -> confirm(one, into)),
                                CompletableFuture.supplyAsync(() -> confirm(other, against)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.extract().statusCode())
                        .toList();
        assertThat(answers).containsOnlyOnce(200).doesNotContain(500, 503);
    }

    @Test
    void the_other_account_may_be_the_one_that_is_kept() {
        Shopper asker = Shopper.register();
        Shopper keeper = Shopper.register();
        String kept = idOf(keeper);
        confirm(asker, token(asker, keeper, "other"))
                .statusCode(200)
                .body("accountId", equalTo(kept));
        assertThat(asker.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(keeper.get("/me").getString("email")).isEqualTo(keeper.email());
    }

    /** What an app would show for a second factor that the account has from now on. */
    private String withSecondFactor(Shopper shopper) {
        AccountId id = new AccountId(UUID.fromString(idOf(shopper)));
        byte[] secret = passwords.newSecret();
        SecondFactor factor =
                new SecondFactor.Active(
                        id,
                        box.seal(secret, SecondFactor.purposeOf(id)),
                        0,
                        Set.of(),
                        clock.instant());
        unitOfWork.run(() -> factors.put(factor)).await().indefinitely();
        return passwords.text(secret);
    }

    private static ValidatableResponse logIn(Shopper shopper) {
        JsonObject body =
                new JsonObject().put("email", shopper.email()).put("password", shopper.password());
        return RestAssured.given()
                .contentType("application/json")
                .body(body.encode())
                .post("/api/v1/auth/login")
                .then();
    }

    @Test
    void a_second_factor_is_asked_for_and_guards_the_survivor_too() {
        Shopper keeper = Shopper.register();
        Shopper goer = Shopper.register();
        String app = withSecondFactor(goer);
        preview(keeper, goer, "this")
                .statusCode(403)
                .body("code", equalTo("two_factor_required"))
                .body("params.of", equalTo("other"));
        JsonObject wish =
                new JsonObject()
                        .put("proof", proofOf(keeper))
                        .put("otherEmail", goer.email())
                        .put(
                                "otherProof",
                                proofOf(goer)
                                        .put("code", Authenticator.code(app, clock.instant())));
        String token =
                keeper.asks()
                        .body(wish.encode())
                        .post(MERGE)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("token");
        confirm(keeper, token).statusCode(200);
        logIn(keeper).statusCode(401).body("code", equalTo("two_factor_required"));
        keeper.asks()
                .body(
                        new JsonObject()
                                .put("phrase", "DELETE " + keeper.email())
                                .put("proof", proofOf(keeper))
                                .encode())
                .post("/api/v1/account/delete")
                .then()
                .statusCode(403)
                .body("code", equalTo("two_factor_required"));
    }
}
