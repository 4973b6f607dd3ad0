package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.payment.ConfirmPayment;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.ledger.Purses;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that fits no payment: seen by staff, and decided on once. */
@QuarkusTest
class UnmatchedMoneyTest {
    private static final String PATH = "/api/v1/admin/unallocated";
    private static final Money MONEY = new Money(700, Asset.EUR);

    @Inject ConfirmPayment confirmPayment;
    @Inject StaffMembers staff;
    @Inject Purses purses;

    private final String provider = "p" + UUID.randomUUID().toString().substring(0, 8);
    private Member clerk;

    @BeforeEach
    void somebody_decides() {
        clerk = staff.withRole("admin");
    }

    private String comes(Received received) {
        String reference = UUID.randomUUID().toString();
        ConfirmPayment.Command word =
                new ConfirmPayment.Command(
                        new PaymentId(UUID.randomUUID()),
                        provider,
                        new Receipt(reference, received, Instant.now()));
        for (int i = 0; i < 2; i++) {
            assertThat(confirmPayment.execute(word).await().indefinitely())
                    .isInstanceOf(ConfirmPayment.Result.NoSuchPayment.class);
        }
        return UnmatchedId.of(provider, reference).value().toString();
    }

    private ValidatableResponse listed(String state) {
        return clerk.asks()
                .get(PATH + "?provider=" + provider + "&state=" + state)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse resolve(String id, String body) {
        return clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(PATH + "/" + id + "/resolutions")
                .then();
    }

    private long apart() {
        return purses.in(new LedgerAccount.Unallocated(provider), MONEY);
    }

    private List<String> differences() {
        return given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/ledger/proof")
                .jsonPath()
                .getList("differences.subject");
    }

    @Test
    void it_is_listed_with_what_is_known_page_by_page() {
        String first = comes(new Received.Exact(MONEY));
        String second = comes(new Received.Unreadable("12 coins"));

        listed("open")
                .body("items.size()", equalTo(2))
                .body("items[0].id", equalTo(second))
                .body("items[0].said", equalTo("12 coins"))
                .body("items[0].amount", nullValue())
                .body("items[1].left.amount", equalTo("7.00"))
                .body("items[1].open", equalTo(true))
                .body("items[1].sendable", equalTo(false));
        String cursor =
                clerk.asks()
                        .get(PATH + "?provider=" + provider + "&limit=1")
                        .then()
                        .extract()
                        .path("nextCursor");
        clerk.asks()
                .get(PATH + "?provider=" + provider + "&limit=1&cursor=" + cursor)
                .then()
                .body("items[0].id", equalTo(first))
                .body("nextCursor", nullValue());
        clerk.asks().get(PATH + "?cursor=x").then().statusCode(400);
        clerk.asks().get(PATH + "?state=odd").then().statusCode(400);
    }

    @Test
    void of_many_who_decide_at_once_one_does() {
        String id = comes(new Received.Exact(MONEY));
        assertThat(apart()).isEqualTo(700);

        List<Integer> answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        resolve(id, "{\"kind\": \"kept\"}")
                                                                .extract()
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
        assertThat(apart()).isZero();
        listed("open").body("items.size()", equalTo(0));
        listed("resolved").body("items[0].resolution.kind", equalTo("kept"));
        assertThat(differences()).doesNotContain(id, "unallocated-resolved:" + id);
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        String counted = comes(new Received.Exact(MONEY));
        String odd = comes(new Received.Unreadable("12 coins"));
        String nobody = "{\"kind\": \"credit\", \"customerId\": \"" + UUID.randomUUID() + "\"}";

        resolve(counted, nobody).statusCode(409).body("code", equalTo("customer_not_found"));
        resolve(counted, "{\"kind\": \"credit\"}").statusCode(400);
        resolve(counted, "{\"kind\": \"odd\"}").statusCode(400);
        resolve(counted, "{\"kind\": \"send_back\"}")
                .statusCode(409)
                .body("code", equalTo("send_back_not_supported"));
        resolve(UUID.randomUUID().toString(), "{\"kind\": \"kept\"}").statusCode(404);
        assertThat(apart()).isEqualTo(700);

        resolve(odd, "{\"kind\": \"sent_back\"}").statusCode(201);
        resolve(counted, "{\"kind\": \"sent_back\"}").statusCode(201);
        assertThat(apart()).isZero();
        assertThat(purses.in(new LedgerAccount.ProviderClearing(provider), MONEY)).isZero();
        listed("open").body("items.id", not(hasItem(odd)));
    }
}
