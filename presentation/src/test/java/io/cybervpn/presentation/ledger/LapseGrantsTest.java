package io.cybervpn.presentation.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.ledger.LapseGrants;
import io.cybervpn.application.ledger.SpendFromWallet;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.live.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was given and not spent in time is booked back once, whoever else is at work. */
@QuarkusTest
class LapseGrantsTest {
    private static final Money TEN = new Money(10, Asset.EUR);

    @TestHTTPResource URI shop;
    @Inject LapseGrants lapseGrants;
    @Inject SpendFromWallet spendFromWallet;
    @Inject Purses purses;
    @Inject Pool pool;

    private final AccountId owner = new AccountId(UUID.randomUUID());

    private void lapse() {
        assertThat(lapseGrants.execute(new LapseGrants.Command(1000)).await().indefinitely())
                .isNotNegative();
    }

    private boolean spend() {
        SpendFromWallet.Command command =
                new SpendFromWallet.Command(
                        owner,
                        TEN,
                        SpendFromWallet.Source.GRANTED_THEN_PAID,
                        new SpendFromWallet.Booking(
                                "test-spent:" + UUID.randomUUID(),
                                Kind.WALLET_DEBITED,
                                new LedgerAccount.Adjustments()));
        return spendFromWallet.execute(command).await().indefinitely()
                instanceof SpendFromWallet.Result.Spent;
    }

    private long lapsedBookings() {
        return pool.preparedQuery(
                        """
                        select count(*) as n from ledger_transaction t
                        join ledger_posting p on p.transaction_id = t.id
                        where t.kind = 'grant_lapsed' and p.account_type = 'customer_grant'
                            and p.account_owner = $1::uuid::text""")
                .execute(Tuple.of(owner.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("n");
    }

    @Test
    void who_lost_what_he_was_given_hears_that_his_wallet_changed() {
        String token = Logins.newCustomer();
        String id = given().auth().oauth2(token).get("/api/v1/me").then().extract().path("id");
        try (LiveClient client = new LiveClient.Wish(shop, "notifications").bearer(token).open()) {
            client.next("connected");
            Instant now = Instant.now();
            purses.give(
                    new AccountId(UUID.fromString(id)),
                    TEN,
                    now.minusSeconds(60),
                    Optional.of(now.minusSeconds(1)));
            lapse();
            JsonNode told = client.next("wallet.changed");
            assertThat(told.path("data").path("currency").asText()).isEqualTo("EUR");
        }
    }

    @Test
    void many_at_once_book_each_grant_back_once_and_spend_none_of_it() {
        Instant now = Instant.now();
        for (int i = 0; i < 30; i++) {
            purses.give(owner, TEN, now.minusSeconds(60), Optional.of(now.minusSeconds(1)));
        }
        purses.give(owner, TEN, now, Optional.of(now.plusSeconds(600)));
        purses.give(owner, TEN, now, Optional.empty());

        Stream<CompletableFuture<Boolean>> spendings =
                IntStream.range(0, 8).mapToObj(_ -> CompletableFuture.supplyAsync(this::spend));
        Stream<CompletableFuture<Boolean>> lapses =
                IntStream.range(0, 4)
                        .mapToObj(
                                _ -> CompletableFuture.runAsync(this::lapse).thenApply(_ -> false));
        long spent =
                Stream.concat(spendings, lapses).toList().stream()
                        .filter(CompletableFuture::join)
                        .count();

        assertThat(spent).isEqualTo(2);
        assertThat(lapsedBookings()).isEqualTo(30);
        assertThat(purses.in(new LedgerAccount.CustomerGrant(owner), TEN)).isZero();
        lapse();
        assertThat(lapsedBookings()).isEqualTo(30);
    }
}
