package io.cybervpn.presentation.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.proof.MakeProof;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R94, R101: the daily proof on the real database, with the provider asked over HTTP. Other tests
 * leave odd things behind, so each looks for what it planted itself.
 */
@QuarkusTest
class ProofTest {
    private static final String PROOFS = "/api/v1/admin/proofs";
    private static final String PAYMENT =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
                subscription_days, created_at, expires_at, provider_reference, received_minor,
                received_asset, paid_at, closed_at)
            values ('%1$s', '%1$s', '%1$s', 'cryptobot', 'captured', 500, 'EUR', 'planted', 30, now(),
                now() + interval '1 hour', '%2$s', 500, 'EUR', now(), now());""";
    private static final String SUBSCRIPTION =
            """
            insert into subscription (id, account_id, status, plan_id, plan_name, traffic_reset,
                server_groups, started_at, expire_at)
            values ('%1$s', '%1$s', 'active', '%1$s', '{}', 'NO_RESET', '{}',
                now() - interval '1 hour', timestamptz '2030-01-02T00:00:00Z');""";
    private static final String ACCESS =
            """
            insert into access (id, account_id, username, enabled, expire_at, traffic_reset,
                server_groups, generation, status, last_error, created_at, updated_at)
            values ('%1$s', '%1$s', '%1$s', true, timestamptz '2030-01-01T00:00:00Z', 'NO_RESET', '{}',
                1, 'parked', 'planted', now(), now());""";

    @Inject Pool pool;
    @Inject MakeProof makeProof;

    private final UUID id = UUID.randomUUID();

    /** Other tests book what no provider took: none of that is in the days that are compared. */
    @BeforeEach
    void look_at_own_payments_alone() {
        sql(
                "update payment set paid_at = paid_at - interval '30 days' where paid_at > now() - interval '4 days'");
    }

    @Test
    void money_that_the_provider_does_not_know_of_is_told_with_what_to_do() {
        sql(PAYMENT.formatted(id, "777" + Math.abs(id.hashCode())));
        JsonPath finding = finding("payment-not-paid-at-provider", id.toString());
        assertThat(finding.getString("detail")).contains("EUR");
        assertThat(finding.getString("meaning")).isNotBlank();
        assertThat(finding.getString("mend")).contains("/check");
        sql("delete from payment where id = '" + id + "'");
    }

    @Test
    void other_money_than_the_provider_took_is_told() {
        long reference = paidAtProvider("4.99", "EUR");
        sql(PAYMENT.formatted(id, reference));
        finding("payment-of-other-money-at-provider", id.toString());
        sql("delete from payment where id = '" + id + "'");
    }

    @Test
    void money_that_the_provider_took_and_we_do_not_know_of_is_told() {
        long reference = paidAtProvider("5.00", "EUR");
        finding("provider-payment-not-booked", String.valueOf(reference));
        sql(PAYMENT.formatted(id, reference));
        assertThat(made().getList(of("provider-payment-not-booked", "" + reference))).isEmpty();
        sql("delete from payment where id = '" + id + "'");
    }

    @Test
    void paid_days_that_are_not_wanted_from_the_panel_are_told() {
        sql(SUBSCRIPTION.formatted(id));
        finding("subscription-without-access", id.toString());
        sql(ACCESS.formatted(id));
        finding("access-until-another-time", id.toString());
        finding("access-parked", id.toString());
        sql(
                "delete from access where id = '%1$s'; delete from subscription where id = '%1$s'"
                        .formatted(id));
    }

    @Test
    void a_report_cannot_be_changed_and_one_that_was_is_not_believed() {
        JsonPath proof = made();
        String made = proof.getString("id");
        assertThat(proof.getBoolean("report.genuine")).isTrue();
        assertThat(proof.getList("report.sections.name"))
                .contains("books", "provider:cryptobot", "paid-days", "panel");
        sql(
                "update proof set body = replace(body, 'lookedAt', 'LookedAt') where id = '"
                        + made
                        + "'");
        assertThat(get("/" + made).getBoolean("report.genuine")).isFalse();
        assertThat(get("?limit=1").getString("items[0].id")).isEqualTo(made);
        sql("delete from proof where id = '" + made + "'");
    }

    @Test
    void who_asks_while_one_waits_is_given_that_one_and_a_dead_maker_is_replaced() {
        String first = ask();
        assertThat(ask()).isEqualTo(first);
        sql(
                "update proof set status = 'running', step = 'books', lease_until = now() - interval '1 minute'"
                        + " where id = '"
                        + first
                        + "'");
        assertThat(get("/" + first).getString("step")).isEqualTo("books");
        make();
        assertThat(get("/" + first).getString("state")).isEqualTo("done");
        assertThat(makeProof.execute().await().indefinitely())
                .isEqualTo(new MakeProof.Result.NothingToDo());
    }

    @Test
    void a_night_is_asked_for_once() {
        sql("delete from proof where night is not null");
        assertThat(makeProof.askForTonight(LocalTime.MIN).await().indefinitely()).isTrue();
        make();
        assertThat(makeProof.askForTonight(LocalTime.MIN).await().indefinitely()).isFalse();
        assertThat(get("?limit=1").getString("items[0].trigger")).isEqualTo("nightly");
    }

    @Test
    void a_proof_that_is_not_there_or_a_foreign_cursor_is_told() {
        given().auth().oauth2(Logins.admin()).get(PROOFS + "/" + id).then().statusCode(404);
        given().auth().oauth2(Logins.admin()).get(PROOFS + "?cursor=x").then().statusCode(400);
        given().auth().oauth2(Logins.admin()).get(PROOFS + "?limit=0").then().statusCode(400);
    }

    private static String ask() {
        return given().auth()
                .oauth2(Logins.admin())
                .post(PROOFS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void make() {
        assertThat(makeProof.execute().await().indefinitely())
                .isInstanceOf(MakeProof.Result.Made.class);
    }

    private JsonPath made() {
        String proof = ask();
        make();
        return get("/" + proof);
    }

    private static String of(String check, String subject) {
        return "report.sections.findings.flatten().findAll { it.check == '%s' && it.subject == '%s' }"
                .formatted(check, subject);
    }

    private JsonPath finding(String check, String subject) {
        JsonPath proof = made();
        assertThat(proof.getString("report.verdict")).isEqualTo("differences");
        assertThat(proof.getList(of(check, subject))).hasSize(1);
        return proof.setRootPath(of(check, subject) + "[0]");
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Logins.admin())
                .get(PROOFS + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Paid there, and nobody told us. */
    private static long paidAtProvider(String amount, String fiat) {
        var invoices = ShopWorld.sandbox().cryptoPay().invoices();
        long reference =
                invoices.all().stream().mapToLong(one -> one.getLong("invoice_id")).max().orElse(0)
                        + 1_000_000;
        invoices.restore(
                new JsonObject()
                        .put("invoice_id", reference)
                        .put("hash", "planted" + reference)
                        .put("currency_type", "fiat")
                        .put("fiat", fiat)
                        .put("amount", amount)
                        .put("status", "paid")
                        .put("bot_invoice_url", "http://127.0.0.1/pay")
                        .put("created_at", Instant.now().toString())
                        .put("paid_at", Instant.now().toString()));
        return reference;
    }

    private void sql(String sql) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + sql)
                                        .execute())
                .await()
                .indefinitely();
    }
}
