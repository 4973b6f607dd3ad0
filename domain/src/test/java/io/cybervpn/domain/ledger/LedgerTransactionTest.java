package io.cybervpn.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Double entry (R94). */
class LedgerTransactionTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final LedgerAccount WALLET =
            new LedgerAccount.CustomerWallet(new AccountId(new UUID(0, 1)));
    private static final LedgerAccount CLEARING = new LedgerAccount.ProviderClearing("cryptobot");
    private static final Money PRICE = new Money(19_900, Asset.RUB);

    @Test
    void what_balances_is_booked() {
        LedgerTransaction transaction =
                transaction(Posting.debit(CLEARING, PRICE), Posting.credit(WALLET, PRICE));

        assertThat(transaction.postings())
                .extracting(Posting::minorUnits)
                .containsExactly(19_900L, -19_900L);
    }

    @Test
    void what_does_not_balance_is_refused() {
        Money less = new Money(19_899, Asset.RUB);

        assertThatThrownBy(
                        () ->
                                transaction(
                                        Posting.debit(CLEARING, PRICE),
                                        Posting.credit(WALLET, less)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum to 1");
    }

    @Test
    void assets_do_not_balance_each_other() {
        Money other = new Money(19_900, Asset.USD);

        assertThatThrownBy(
                        () ->
                                transaction(
                                        Posting.debit(CLEARING, PRICE),
                                        Posting.credit(WALLET, other)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_line_or_an_empty_line_or_a_blank_key_is_refused() {
        assertThatThrownBy(() -> transaction(Posting.debit(CLEARING, PRICE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Posting.debit(CLEARING, Money.zero(Asset.RUB)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new LedgerTransaction(
                                        new LedgerTransactionId(new UUID(0, 2)),
                                        " ",
                                        LedgerTransaction.Kind.PAYMENT_CAPTURED,
                                        NOW,
                                        List.of(
                                                Posting.debit(CLEARING, PRICE),
                                                Posting.credit(WALLET, PRICE))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sums_that_overflow_are_refused_and_do_not_wrap_to_zero() {
        Posting large = new Posting(CLEARING, Asset.RUB, Long.MAX_VALUE);
        Posting two = new Posting(CLEARING, Asset.RUB, 2);

        assertThatThrownBy(() -> transaction(large, large, two))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_reversal_is_not_reversed() {
        LedgerTransaction reversal =
                transaction(Posting.debit(CLEARING, PRICE), Posting.credit(WALLET, PRICE))
                        .reversal(new LedgerTransactionId(new UUID(0, 3)), NOW);

        assertThatThrownBy(() -> reversal.reversal(new LedgerTransactionId(new UUID(0, 4)), NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Property
    void a_transaction_and_its_reversal_leave_every_account_as_it_was(
            @ForAll("amounts") List<Long> amounts) {
        LedgerTransaction original = balanced(amounts);

        LedgerTransaction reversal =
                original.reversal(new LedgerTransactionId(new UUID(0, 5)), NOW);

        assertThat(reversal.businessKey()).isEqualTo("reversal-of:" + original.businessKey());
        for (int i = 0; i < original.postings().size(); i++) {
            Posting line = original.postings().get(i);
            Posting back = reversal.postings().get(i);
            assertThat(back.account()).isEqualTo(line.account());
            assertThat(line.minorUnits() + back.minorUnits()).isZero();
        }
    }

    @Property
    void one_unit_too_much_anywhere_is_refused(
            @ForAll("amounts") List<Long> amounts, @ForAll boolean more) {
        List<Posting> bent = new ArrayList<>(balanced(amounts).postings());
        Posting first = bent.getFirst();
        long units = first.minorUnits() + (more ? 1 : -1);
        if (units == 0) {
            return;
        }
        bent.set(0, new Posting(first.account(), first.asset(), units));

        assertThatThrownBy(() -> transaction(bent.toArray(Posting[]::new)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 1_000_000_000_000L).list().ofMinSize(1).ofMaxSize(20);
    }

    /** Each amount goes to the wallet, and all of them come out of clearing. */
    private static LedgerTransaction balanced(List<Long> amounts) {
        List<Posting> lines = new ArrayList<>();
        long total = 0;
        for (long amount : amounts) {
            lines.add(new Posting(WALLET, Asset.USDT, -amount));
            total += amount;
        }
        lines.add(new Posting(CLEARING, Asset.USDT, total));
        return transaction(lines.toArray(Posting[]::new));
    }

    private static LedgerTransaction transaction(Posting... postings) {
        return new LedgerTransaction(
                new LedgerTransactionId(new UUID(0, 2)),
                "payment-captured:1",
                LedgerTransaction.Kind.PAYMENT_CAPTURED,
                NOW,
                List.of(postings));
    }

    private static LedgerTransaction named(String key, int pairs) {
        List<Posting> lines = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            lines.add(Posting.debit(CLEARING, PRICE));
            lines.add(Posting.credit(WALLET, PRICE));
        }
        return new LedgerTransaction(
                new LedgerTransactionId(new UUID(0, 5)),
                key,
                LedgerTransaction.Kind.PAYMENT_CAPTURED,
                NOW,
                lines);
    }

    @Test
    void a_key_and_a_number_of_lines_have_limits_that_can_be_reached() {
        assertThat(named("k".repeat(200), 50).postings()).hasSize(100);
        assertThatThrownBy(() -> named("k".repeat(201), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> named("key", 51)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_provider_without_a_name_has_no_accounts() {
        assertThatThrownBy(() -> new LedgerAccount.ProviderClearing(" "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LedgerAccount.Unallocated(""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LedgerAccount.ProviderFees(" "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
