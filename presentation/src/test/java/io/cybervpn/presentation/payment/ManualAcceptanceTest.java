package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.application.payment.CheckPayment;
import io.cybervpn.application.payment.CompareWithProvider;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.ResolveOpenPayments;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.payment.BankDesk.Seen;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bank transfers pass the rows of the acceptance matrix that need no server. */
@QuarkusTest
@Accepts("manual")
class ManualAcceptanceTest implements StaffedSuite.WayIn {
    private static final String TRANSFERS = "/api/v1/admin/bank-transfers";
    private static final Till.Effect CAPTURED = new Till.Effect("captured", 1, 19_900, 0, 1);

    @Inject BankDesk desk;
    @Inject Till till;
    @Inject CheckPayment checkPayment;
    @Inject ResolveOpenPayments resolveOpenPayments;
    @Inject CompareWithProvider compareWithProvider;
    @Inject BankTransfers transfers;
    @Inject UnitOfWork unitOfWork;
    @Inject ShopClock clock;

    private Member clerk;

    @BeforeEach
    void a_clerk_comes() {
        clerk = desk.clerk();
    }

    @AfterEach
    void on_time_again() {
        clock.reset();
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private void resolve() {
        assertThat(resolveOpenPayments.execute().await().indefinitely()).isNotNull();
    }

    private CheckPayment.Result check(PaymentView payment) {
        return checkPayment
                .execute(
                        new CheckPayment.Command(new Actor.Customer(payment.payer()), payment.id()))
                .await()
                .indefinitely();
    }

    private List<String> missed(Instant since) {
        CompareWithProvider.Result result =
                compareWithProvider
                        .execute(
                                new CompareWithProvider.Query(
                                        "manual", since, Instant.now().plusSeconds(60)))
                        .await()
                        .indefinitely();
        return ((CompareWithProvider.Result.Compared) result)
                .differences().stream().map(Difference::subject).toList();
    }

    /** Said to have come, and nothing was done with it: as if the books had been lost. */
    private String onlyOnTheAccount(PaymentView payment) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        TransferReference invoice = TransferReference.of(payment.id());
        BankTransfer transfer =
                new BankTransfer(
                        new TransferId(UUID.randomUUID()),
                        invoice.text(),
                        Optional.of(invoice),
                        BankDesk.PRICE,
                        "bank " + UUID.randomUUID(),
                        now,
                        now,
                        "for a test");
        assertThat(unitOfWork.run(() -> transfers.add(transfer)).await().indefinitely()).isTrue();
        return invoice.text();
    }

    @Test
    void twenty_who_record_it_at_once_give_the_money_once() {
        PaymentView payment = desk.start();
        Seen seen = Seen.of(payment, BankDesk.PRICE);

        List<Integer> answers =
                IntStream.range(0, 20)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> BankDesk.record(clerk, seen).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).containsOnly(201);
        assertThat(till.effect(payment)).isEqualTo(CAPTURED);
    }

    @Test
    void of_many_who_record_money_without_a_reference_at_once_it_is_kept_apart_once() {
        Seen seen = new Seen("", rub(7_700), "bank " + UUID.randomUUID(), Instant.now());

        IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> BankDesk.record(clerk, seen)))
                .toList()
                .forEach(CompletableFuture::join);

        BankDesk.record(clerk, seen)
                .then()
                .statusCode(201)
                .body("money", equalTo("unallocated"))
                .body("transfer.reference", equalTo("bank:" + seen.bankReference()));
        List<String> apart =
                clerk.asks()
                        .get("/api/v1/admin/unallocated?provider=manual&limit=200")
                        .jsonPath()
                        .getList("items.reference");
        assertThat(apart).containsOnlyOnce("bank:" + seen.bankReference());
    }

    @Test
    void other_money_than_asked_for_gives_nothing_and_calls_staff() {
        for (Money told : List.of(rub(19_899), new Money(19_900, Asset.EUR))) {
            PaymentView payment = desk.start();
            BankDesk.record(clerk, Seen.of(payment, told))
                    .then()
                    .statusCode(201)
                    .body("money", equalTo("flagged"));
            assertThat(till.effect(payment))
                    .isEqualTo(new Till.Effect("flagged", 1, 0, told.minorUnits(), 0));
        }
    }

    @Test
    void more_than_asked_for_is_the_payers_in_full() {
        PaymentView payment = desk.start();
        BankDesk.record(clerk, Seen.of(payment, rub(20_000)))
                .then()
                .body("money", equalTo("captured"));
        assertThat(till.effect(payment)).isEqualTo(new Till.Effect("captured", 1, 20_000, 0, 1));
    }

    @Test
    void money_after_the_expiry_still_counts_and_an_end_after_the_money_takes_nothing_back() {
        PaymentView payment = desk.start();
        clock.advance(Duration.ofHours(2));
        resolve();
        till.awaitState(payment, "expired");
        clock.reset();

        BankDesk.record(clerk, Seen.of(payment, BankDesk.PRICE))
                .then()
                .body("money", equalTo("captured"));
        clock.advance(Duration.ofHours(2));
        resolve();
        assertThat(check(payment)).isInstanceOf(CheckPayment.Result.Checked.class);
        assertThat(till.effect(payment)).isEqualTo(CAPTURED);
    }

    @Test
    void what_is_on_the_account_only_is_missed_by_the_daily_proof_and_made_good_by_the_poller() {
        Instant before = Instant.now().minusSeconds(5);
        PaymentView payment = desk.start();
        String reference = onlyOnTheAccount(payment);
        assertThat(missed(before)).contains(reference);

        clock.advance(Duration.ofMinutes(15));
        CompletableFuture.allOf(
                        Stream.<Runnable>of(
                                        this::resolve, () -> check(payment), () -> check(payment))
                                .map(CompletableFuture::runAsync)
                                .toArray(CompletableFuture[]::new))
                .join();

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(CAPTURED);
        assertThat(missed(before)).doesNotContain(reference, payment.id().value().toString());
    }

    @Test
    void a_further_transfer_is_kept_apart_and_both_agree_with_the_daily_proof() {
        Instant before = Instant.now().minusSeconds(5);
        PaymentView payment = desk.start();
        assertThat(BankDesk.record(clerk, Seen.of(payment, BankDesk.PRICE)).statusCode())
                .isEqualTo(201);
        BankDesk.record(clerk, Seen.of(payment, rub(100)))
                .then()
                .statusCode(201)
                .body("money", equalTo("flagged"));

        String further = TransferReference.of(payment.id()).text() + "/2";
        clerk.asks()
                .get("/api/v1/admin/unallocated?provider=manual&limit=200")
                .then()
                .body("items.reference", hasItem(further));
        assertThat(missed(before)).doesNotContain(further, payment.id().value().toString());
        clerk.asks().get(TRANSFERS).then().body("items.reference", hasItem(further));
    }
}
