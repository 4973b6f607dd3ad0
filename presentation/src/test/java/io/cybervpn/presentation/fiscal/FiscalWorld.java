package io.cybervpn.presentation.fiscal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.nalog.Incomes.Income;
import io.cybervpn.sandbox.nalog.Nalog;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Customers whose payments a shop of a self-employed person tells of. */
abstract class FiscalWorld {
    private static final String CAPTURED =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
                subscription_days, created_at, expires_at, provider_reference, pay_url,
                received_minor, received_asset, paid_at, closed_at)
            values ($1, $2, $3, $4, 'captured', 19900, 'RUB', 'a plan', 30, $5, $6, $7,
                'https://pay.test', 19900, 'RUB', $5, $5)""";
    private static final String REFUND =
            """
            insert into refund (id, payment_id, state, cause, destination, amount_minor, asset,
                sale_minor, sale_total_minor, wallet_minor, unallocated_minor, excess_minor,
                request_key, reason, provider_reference, created_at, closed_at)
            values ($1, $2, 'succeeded', 'staff', $3, $4, 'RUB', 0, 0, $4, 0, 0, $5, 'asked',
                $5, now(), now())""";

    final Nalog nalog = ShopWorld.sandbox().nalog();

    @Inject Pool pool;

    String payer;
    String token;

    @BeforeEach
    void somebody_comes_and_the_shop_covers_him() {
        var registered = Logins.register(Logins.freshEmail()).extract();
        payer = registered.path("account.id");
        token = registered.path("tokens.accessToken");
        await().until(() -> covered() == 1);
    }

    @AfterEach
    void mend() {
        nalog.faults().clear();
        nalog.refuse(false);
    }

    long covered() {
        return pool.query("select count(*) from fiscal_coverage where provider = 'yookassa'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    UUID paid() {
        return paid("yookassa", OffsetDateTime.now(ZoneOffset.UTC));
    }

    UUID paid(String provider, OffsetDateTime now) {
        UUID id = UUID.randomUUID();
        pool.preparedQuery(CAPTURED)
                .execute(
                        Tuple.from(
                                List.of(
                                        id,
                                        UUID.randomUUID(),
                                        UUID.fromString(payer),
                                        provider,
                                        now,
                                        now.plusDays(1),
                                        "ref-" + id)))
                .await()
                .indefinitely();
        return id;
    }

    UUID refunded(UUID payment, long minor, String to) {
        UUID id = UUID.randomUUID();
        pool.preparedQuery(REFUND)
                .execute(Tuple.of(id, payment, to, minor, "key-" + id))
                .await()
                .indefinitely();
        return id;
    }

    RequestSpecification customer() {
        return given().auth().oauth2(token);
    }

    static RequestSpecification staff() {
        return given().auth().oauth2(Logins.admin()).contentType("application/json");
    }

    List<String> states(UUID payment) {
        return customer()
                .get("/api/v1/payments/" + payment + "/receipts")
                .then()
                .statusCode(200)
                .extract()
                .path("items.state");
    }

    void awaitStates(UUID payment, String... states) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(states(payment)).containsExactly(states));
    }

    /** A receipt waits a minute after a try that came to nothing; nobody waits so long here. */
    void hurry() {
        pool.query(
                        "update fiscal_receipt set look_at = now(), sent_at = sent_at - interval '1 hour'"
                                + " where look_at is not null")
                .execute()
                .await()
                .indefinitely();
    }

    List<Income> standing(UUID payment) {
        List<String> ids =
                staff().queryParam("paymentId", payment)
                        .get("/api/v1/admin/fiscal-receipts")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.id");
        return ids.stream()
                .flatMap(id -> nalog.incomes().named(id).stream())
                .filter(one -> one.annulledBecause().isEmpty())
                .toList();
    }

    static List<String> differences() {
        var proof = staff().get("/api/v1/admin/ledger/proof").jsonPath();
        List<String> checks = proof.getList("differences.check");
        List<String> subjects = proof.getList("differences.subject");
        return IntStream.range(0, checks.size())
                .mapToObj(i -> checks.get(i) + " " + subjects.get(i))
                .toList();
    }

    long countOf(UUID payment, String state) {
        return pool.preparedQuery(
                        "select count(*) from fiscal_receipt where payment_id = $1 and state = $2")
                .execute(Tuple.of(payment, state))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
