package io.cybervpn.presentation.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.ledger.Purses;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An open invoice is paid once, however many pay, withdraw and refund at once. */
@QuarkusTest
class PaidInvoicesTest {
    private static final long RICH = 100_000;

    @Inject Invoicing invoicing;
    @Inject Purses purses;

    private Customer buyer;
    private Member clerk;

    @BeforeEach
    void somebody_comes() {
        buyer = invoicing.richCustomer();
        clerk = invoicing.clerk();
    }

    private long inWallet() {
        return purses.in(new LedgerAccount.CustomerWallet(buyer.id()), new Money(1, Asset.RUB));
    }

    private static void press(JsonPath begun) {
        JsonObject invoice =
                ShopWorld.sandbox()
                        .cryptoPay()
                        .invoices()
                        .byPayload(begun.getString("payment.id"))
                        .getFirst();
        ShopWorld.sandbox().cryptoPay().invoices().pay(invoice.getLong("invoice_id"));
    }

    private JsonPath begun(String id, boolean useWallet) {
        return Invoicing.pay(buyer, id, "cryptobot", useWallet)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void assertNothingIsWrong(String id, JsonPath seen) {
        Invoicing.proofHasNothingOf(clerk, id, seen.getString("number"), "invoice-settled:" + id);
    }

    @Test
    void the_wallet_pays_and_what_goes_back_has_a_note() {
        String id = Invoicing.open(clerk, buyer, "150.00");
        Response answer = Invoicing.pay(buyer, id, "wallet", false);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("status")).isEqualTo("paid");
        assertThat(inWallet()).isEqualTo(RICH - 15_000);
        String payment = answer.jsonPath().getString("payment.id");
        String half = Invoicing.refund(clerk, payment, "75.00");
        String rest = Invoicing.refund(clerk, payment, "75.00");
        JsonPath noted =
                await().atMost(Invoicing.PATIENCE)
                        .until(
                                () -> Invoicing.awaited(buyer, id, "paid"),
                                seen -> seen.getList("creditNotes").size() == 2);
        assertThat(inWallet()).isEqualTo(RICH);
        assertNothingIsWrong(id, noted);
        Invoicing.proofHasNothingOf(clerk, half, rest, payment);
    }

    @Test
    void a_provider_pays_and_gets_nothing_twice() {
        String id = Invoicing.open(clerk, buyer, "150.00");
        JsonPath begun = begun(id, false);
        assertThat(begun(id, false).getString("payment.id"))
                .isEqualTo(begun.getString("payment.id"));
        press(begun);
        JsonPath paid = Invoicing.awaited(buyer, id, "paid");
        assertThat(inWallet()).isEqualTo(RICH);
        assertThat(Invoicing.pay(buyer, id, "wallet", false).statusCode()).isEqualTo(409);
        assertNothingIsWrong(id, paid);
    }

    @Test
    void wallet_and_provider_pay_it_together() {
        String id = Invoicing.open(clerk, buyer, "1500.00");
        JsonPath begun = begun(id, true);
        assertThat(begun.getString("payment.amount.amount")).isEqualTo("500.00");
        assertThat(inWallet()).isZero();
        Invoicing.proofHasNothingOf(clerk, id);
        press(begun);
        JsonPath paid = Invoicing.awaited(buyer, id, "paid");
        assertThat(inWallet()).isZero();
        assertNothingIsWrong(id, paid);
    }

    @Test
    void money_that_comes_after_it_was_withdrawn_is_in_the_wallet() {
        String id = Invoicing.open(clerk, buyer, "150.00");
        JsonPath begun = begun(id, false);
        clerk.decides().post(Invoicing.ADMIN + "/" + id + "/void").then().statusCode(200);
        press(begun);
        await().atMost(Invoicing.PATIENCE).until(() -> inWallet() == RICH + 15_000);
        assertNothingIsWrong(id, Invoicing.awaited(buyer, id, "void"));
    }

    @Test
    void money_that_comes_after_it_was_given_up_pays_it() {
        String id = Invoicing.open(clerk, buyer, "150.00");
        JsonPath begun = begun(id, false);
        clerk.decides().post(Invoicing.ADMIN + "/" + id + "/uncollectible").then().statusCode(200);
        press(begun);
        assertNothingIsWrong(id, Invoicing.awaited(buyer, id, "paid"));
    }

    @Test
    void of_many_who_pay_at_once_one_does() {
        String id = Invoicing.open(clerk, buyer, "150.00");
        List<Integer> codes =
                atOnce(
                        IntStream.range(0, 12)
                                .<Supplier<Integer>>mapToObj(
                                        _ ->
                                                () ->
                                                        Invoicing.pay(buyer, id, "wallet", false)
                                                                .statusCode()));
        assertThat(codes).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(inWallet()).isEqualTo(RICH - 15_000);
        assertNothingIsWrong(id, Invoicing.awaited(buyer, id, "paid"));
    }

    @Test
    void who_pays_while_it_is_withdrawn_has_paid_or_kept_his_money() {
        for (int i = 0; i < 5; i++) {
            long before = inWallet();
            String id = Invoicing.open(clerk, buyer, "10.00");
            List<Integer> codes =
                    atOnce(
                            Stream.of(
                                    () ->
                                            clerk.decides()
                                                    .post(Invoicing.ADMIN + "/" + id + "/void")
                                                    .statusCode(),
                                    () -> Invoicing.pay(buyer, id, "wallet", false).statusCode()));
            boolean withdrawn = codes.getFirst() == 200;
            assertThat(codes.getLast()).isEqualTo(withdrawn ? 409 : 201);
            assertThat(inWallet()).isEqualTo(withdrawn ? before : before - 1_000);
            assertNothingIsWrong(id, Invoicing.awaited(buyer, id, withdrawn ? "void" : "paid"));
        }
    }

    private static List<Integer> atOnce(Stream<Supplier<Integer>> calls) {
        return calls.map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
