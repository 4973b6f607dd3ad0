package io.cybervpn.presentation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.ledger.SpendFromWallet;
import io.cybervpn.application.ledger.WalletOfAccount;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A wallet that becomes part of another loses nothing, whoever spends from it meanwhile. */
@QuarkusTest
class MergedWalletTest {
    @Inject WalletOfAccount walletOfAccount;
    @Inject SpendFromWallet spendFromWallet;
    @Inject UnitOfWork unitOfWork;
    @Inject Purses purses;

    private final AccountId from = new AccountId(UUID.randomUUID());
    private final AccountId into = new AccountId(UUID.randomUUID());

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private void merge() {
        run(() -> unitOfWork.run(() -> walletOfAccount.merged(from, into)));
    }

    private long spent(AccountId owner, long units) {
        SpendFromWallet.Command command =
                new SpendFromWallet.Command(
                        owner,
                        rub(units),
                        SpendFromWallet.Source.GRANTED_THEN_PAID,
                        new SpendFromWallet.Booking(
                                "test-spent:" + UUID.randomUUID(),
                                Kind.WALLET_DEBITED,
                                new LedgerAccount.Adjustments()));
        return run(() -> spendFromWallet.execute(command)) instanceof SpendFromWallet.Result.Spent
                ? units
                : 0;
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }

    private long has(AccountId owner) {
        return purses.in(new LedgerAccount.CustomerWallet(owner), rub(0))
                + purses.in(new LedgerAccount.CustomerGrant(owner), rub(0));
    }

    @Test
    void each_pocket_becomes_the_same_pocket_of_the_other() {
        purses.pay(from, rub(100));
        purses.pay(from, new Money(7, Asset.XTR));
        purses.give(from, rub(30), Instant.now(), Optional.empty());
        purses.pay(into, rub(1));

        merge();
        merge();

        assertThat(has(from)).isZero();
        assertThat(purses.in(new LedgerAccount.CustomerWallet(into), rub(0))).isEqualTo(101);
        assertThat(purses.in(new LedgerAccount.CustomerGrant(into), rub(0))).isEqualTo(30);
        assertThat(purses.in(new LedgerAccount.CustomerWallet(into), new Money(0, Asset.XTR)))
                .isEqualTo(7);
        assertThat(spent(into, 131)).isEqualTo(131);
    }

    @Test
    void what_is_spent_meanwhile_is_spent_once() {
        purses.pay(from, rub(1_000));
        purses.give(from, rub(500), Instant.now(), Optional.empty());
        List<CompletableFuture<Long>> work =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> i == 5 ? merged() : spent(from, 100)))
                        .toList();

        long spent = work.stream().mapToLong(CompletableFuture::join).sum();

        assertThat(has(from)).isZero();
        assertThat(has(into)).isEqualTo(1_500 - spent);
    }

    private long merged() {
        merge();
        return 0;
    }
}
