package io.cybervpn.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of the journal does. */
public abstract class LedgerContract {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final LedgerAccount CLEARING = new LedgerAccount.ProviderClearing("cryptobot");

    private final LedgerAccount.CustomerWallet wallet =
            new LedgerAccount.CustomerWallet(new AccountId(UUID.randomUUID()));

    protected abstract Ledger ledger();

    protected abstract UnitOfWork unitOfWork();

    protected final <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    @Test
    void a_booked_transaction_is_found_as_it_was() {
        LedgerTransaction transaction =
                transaction(
                        "contract:" + UUID.randomUUID(),
                        List.of(
                                Posting.debit(CLEARING, rub(300)),
                                Posting.credit(wallet, rub(100)),
                                Posting.credit(new LedgerAccount.Revenue(), rub(150)),
                                Posting.credit(new LedgerAccount.Rounding(), rub(50)),
                                Posting.debit(new LedgerAccount.ProviderFees("cryptobot"), usdt(7)),
                                Posting.credit(new LedgerAccount.Unallocated("cryptobot"), usdt(4)),
                                Posting.credit(new LedgerAccount.Refunds(), usdt(3))));

        assertThat(inTransaction(() -> ledger().append(transaction))).isTrue();

        assertThat(inTransaction(() -> ledger().find(transaction.businessKey())))
                .contains(transaction);
    }

    @Test
    void a_business_key_is_booked_once_and_the_refusal_harms_nothing() {
        String key = "contract:" + UUID.randomUUID();
        LedgerTransaction first = captured(key, rub(100));
        LedgerTransaction second = captured(key, rub(200));

        assertThat(inTransaction(() -> ledger().append(first))).isTrue();
        boolean booked =
                inTransaction(() -> ledger().append(second).call(() -> ledger().find(key)));

        assertThat(booked).isFalse();
        assertThat(inTransaction(() -> ledger().find(key))).contains(first);
        assertThat(balance(wallet, Asset.RUB)).isEqualTo(-100);
    }

    @Test
    void many_are_booked_at_once_and_what_was_booked_before_is_left_out() {
        String key = "contract:" + UUID.randomUUID();
        LedgerTransaction before = captured(key + "a", rub(100));
        inTransaction(() -> ledger().append(before));
        List<LedgerTransaction> given =
                List.of(
                        captured(key + "c", rub(30)),
                        captured(key + "a", rub(1)),
                        captured(key + "b", rub(20)),
                        captured(key + "c", rub(2)));

        Set<LedgerTransactionId> booked = inTransaction(() -> ledger().appendAll(given));

        assertThat(booked).containsExactlyInAnyOrder(given.get(0).id(), given.get(2).id());
        assertThat(inTransaction(() -> ledger().find(key + "a"))).contains(before);
        assertThat(inTransaction(() -> ledger().find(key + "c"))).contains(given.get(0));
        assertThat(balance(wallet, Asset.RUB)).isEqualTo(-150);
    }

    @Test
    void a_balance_is_the_sum_of_all_postings_of_one_asset() {
        inTransaction(() -> ledger().append(captured("contract:" + UUID.randomUUID(), rub(100))));
        inTransaction(() -> ledger().append(captured("contract:" + UUID.randomUUID(), rub(50))));
        inTransaction(() -> ledger().append(captured("contract:" + UUID.randomUUID(), usdt(9))));

        assertThat(balance(wallet, Asset.RUB)).isEqualTo(-150);
        assertThat(balance(wallet, Asset.USDT)).isEqualTo(-9);
        assertThat(balance(wallet, Asset.USD)).isZero();
    }

    @Test
    void a_failed_unit_of_work_books_nothing() {
        String key = "contract:" + UUID.randomUUID();

        assertThatThrownBy(
                        () ->
                                inTransaction(
                                        () ->
                                                ledger().append(captured(key, rub(100)))
                                                        .invoke(LedgerContract::fail)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(inTransaction(() -> ledger().find(key))).isEmpty();
        assertThat(balance(wallet, Asset.RUB)).isZero();
    }

    private long balance(LedgerAccount account, Asset asset) {
        return inTransaction(() -> ledger().balance(account, asset));
    }

    private LedgerTransaction captured(String key, Money money) {
        return transaction(
                key, List.of(Posting.debit(CLEARING, money), Posting.credit(wallet, money)));
    }

    private static LedgerTransaction transaction(String key, List<Posting> postings) {
        return new LedgerTransaction(
                new LedgerTransactionId(UUID.randomUUID()),
                key,
                LedgerTransaction.Kind.PAYMENT_SURPLUS,
                NOW,
                postings);
    }

    private static void fail(boolean booked) {
        throw new IllegalStateException("booked " + booked + ", and then it fails");
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Money usdt(long units) {
        return new Money(units, Asset.USDT);
    }
}
