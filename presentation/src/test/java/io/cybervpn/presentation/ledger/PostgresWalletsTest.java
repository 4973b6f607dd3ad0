package io.cybervpn.presentation.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.ledger.SpendFromWallet;
import io.cybervpn.application.ledger.SpendFromWallet.Booking;
import io.cybervpn.application.ledger.SpendFromWallet.Source;
import io.cybervpn.application.ledger.WalletsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL keeps the contract of wallets; however many spend at once, none goes below nothing.
 */
@QuarkusTest
class PostgresWalletsTest extends WalletsContract {
    private static final int AT_ONCE = 40;

    @Inject Ledger ledger;
    @Inject Wallets wallets;
    @Inject UnitOfWork unitOfWork;
    @Inject SpendFromWallet spendFromWallet;
    @Inject PostTransaction postTransaction;
    @Inject Purses purses;

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private SpendFromWallet.Result spend(long units, Source source) {
        return spendFromWallet
                .execute(
                        new SpendFromWallet.Command(
                                owner,
                                rub(units),
                                source,
                                new Booking(
                                        "test-spent:" + UUID.randomUUID(),
                                        Kind.WALLET_DEBITED,
                                        new LedgerAccount.Adjustments())))
                .await()
                .indefinitely();
    }

    @Test
    void of_many_who_spend_at_once_as_many_are_served_as_there_is_money_for() {
        purses.pay(owner, rub(1_000));
        purses.give(owner, rub(250), Instant.now(), Optional.empty());
        purses.give(owner, rub(250), Instant.now(), Optional.of(Instant.now().plusSeconds(3_600)));

        List<SpendFromWallet.Result> results =
                IntStream.range(0, AT_ONCE)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> spend(100, Source.GRANTED_THEN_PAID)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(results.stream().filter(SpendFromWallet.Result.Spent.class::isInstance))
                .hasSize(15);
        assertThat(results)
                .filteredOn(SpendFromWallet.Result.NotEnough.class::isInstance)
                .hasSize(AT_ONCE - 15)
                .containsOnly(new SpendFromWallet.Result.NotEnough(rub(0)));
        assertThat(purses.in(new LedgerAccount.CustomerWallet(owner), rub(0))).isZero();
        assertThat(purses.in(new LedgerAccount.CustomerGrant(owner), rub(0))).isZero();
    }

    @Test
    void what_was_given_goes_first_unless_only_what_was_paid_is_asked_for() {
        purses.pay(owner, rub(100));
        purses.give(owner, rub(30), Instant.now(), Optional.empty());

        assertThat(spend(10, Source.PAID))
                .isEqualTo(new SpendFromWallet.Result.Spent(rub(0), rub(10)));
        assertThat(spend(40, Source.GRANTED_THEN_PAID))
                .isEqualTo(new SpendFromWallet.Result.Spent(rub(30), rub(10)));
        assertThat(spend(81, Source.PAID)).isEqualTo(new SpendFromWallet.Result.NotEnough(rub(80)));
    }

    /** Not through the wallet, but by bookings that know nothing of it, all at once. */
    @Test
    void the_database_refuses_what_would_overdraw_a_wallet() {
        purses.pay(owner, rub(100));

        List<Boolean> booked =
                IntStream.range(0, 10)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(this::isBooked))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(booked).filteredOn(done -> done).hasSize(2);
        assertThat(purses.in(new LedgerAccount.CustomerWallet(owner), rub(0))).isEqualTo(20);
        assertThatThrownBy(() -> book(rub(21))).hasMessageContaining("would be overdrawn");
    }

    private boolean isBooked() {
        try {
            book(rub(40));
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("would be overdrawn");
            return false;
        }
    }

    private void book(Money amount) {
        assertThat(
                        postTransaction
                                .execute(
                                        new PostTransaction.Command(
                                                "test-blind:" + UUID.randomUUID(),
                                                Kind.WALLET_DEBITED,
                                                List.of(
                                                        Posting.debit(
                                                                new LedgerAccount.CustomerWallet(
                                                                        owner),
                                                                amount),
                                                        Posting.credit(
                                                                new LedgerAccount.Adjustments(),
                                                                amount))))
                                .await()
                                .indefinitely())
                .isInstanceOf(PostTransaction.Result.Posted.class);
    }
}
