package io.cybervpn.presentation.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R35, R102: the balance of a customer is what the books say. */
@QuarkusTest
class WalletApiTest {
    private static final String WALLET = "/api/v1/wallet";

    @Inject Customers customers;
    @Inject Purses purses;

    private Customer owner;

    @BeforeEach
    void somebody_comes() {
        owner = customers.someone();
    }

    private static Money money(long units, Asset asset) {
        return new Money(units, asset);
    }

    @Test
    void paid_and_granted_are_told_apart_for_each_currency() {
        owner.asks().get(WALLET).then().statusCode(200).body("balances", hasSize(0));
        Instant end = Instant.now().plusSeconds(3_600);
        purses.pay(owner.id(), money(10_000, Asset.RUB));
        purses.give(owner.id(), money(500, Asset.RUB), Instant.now(), Optional.of(end));
        purses.give(owner.id(), money(250, Asset.RUB), Instant.now(), Optional.empty());
        purses.give(
                owner.id(),
                money(9_000, Asset.RUB),
                Instant.now().minusSeconds(9),
                Optional.of(Instant.now().minusSeconds(5)));
        purses.pay(owner.id(), money(7, Asset.XTR));

        owner.asks()
                .get(WALLET)
                .then()
                .statusCode(200)
                .body("balances.currency", contains("RUB", "XTR"))
                .body("balances[0].available.amount", equalTo("107.50"))
                .body("balances[0].paid.amount", equalTo("100.00"))
                .body("balances[0].granted.amount", equalTo("7.50"))
                .body("balances[0].held.amount", equalTo("0.00"))
                .body("balances[0].lapsesNext", notNullValue())
                .body("balances[1].available.amount", equalTo("7"))
                .body("balances[1].lapsesNext", nullValue());
    }

    @Test
    void what_moved_is_listed_newest_first_piece_by_piece() {
        for (int i = 1; i <= 5; i++) {
            purses.pay(owner.id(), money(i * 100L, Asset.RUB));
        }
        purses.pay(customers.someone().id(), money(9_900, Asset.RUB));

        List<String> amounts = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page =
                    owner.asks()
                            .get(WALLET + "/transactions?limit=2" + cursor)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            amounts.addAll(page.getList("items.paid.amount"));
            cursor =
                    Optional.ofNullable(page.getString("nextCursor"))
                            .map(next -> "&cursor=" + next)
                            .orElse("");
        } while (!cursor.isEmpty());

        assertThat(amounts).containsExactly("5.00", "4.00", "3.00", "2.00", "1.00");
        owner.asks().get(WALLET + "/transactions?cursor=x").then().statusCode(400);
        owner.asks().get(WALLET + "/transactions?limit=0").then().statusCode(400);
    }

    @Test
    void a_wallet_is_for_who_is_logged_in() {
        given().get(WALLET).then().statusCode(401);
        given().get(WALLET + "/transactions").then().statusCode(401);
    }
}
