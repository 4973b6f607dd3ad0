package io.cybervpn.domain.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * No sequence of top-ups, grants, spendings, holds, releases, lapses and adjustments makes a wallet
 * negative or loses a unit, and its booked balances are what it holds.
 */
class WalletPropertiesTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
    private static final AccountId OWNER = new AccountId(new UUID(1, 1));
    private static final LedgerAccount PAID = new LedgerAccount.CustomerWallet(OWNER);
    private static final LedgerAccount GRANTED = new LedgerAccount.CustomerGrant(OWNER);
    private static final LedgerAccount HELD = new LedgerAccount.CustomerHold(OWNER);

    enum Kind {
        TOP_UP,
        GRANT,
        SPEND,
        HOLD,
        RELEASE,
        SPEND_HELD,
        DEBIT,
        LAPSE
    }

    record Step(Kind kind, long units, int hours) {}

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.integers().between(0, 48))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    /** A wallet with its books, to which steps are done one hour after the other. */
    private static final class Life {
        private Wallet wallet = new Wallet(OWNER, Money.zero(Asset.RUB), List.of());
        private Instant now = START;
        private final Deque<Draw> held = new ArrayDeque<>();
        private final Map<LedgerAccount, Long> books = new HashMap<>();
        private int grants;

        void take(Step step) {
            now = now.plus(Duration.ofHours(1));
            Money amount = new Money(step.units(), Asset.RUB);
            switch (step.kind()) {
                case TOP_UP -> topUp(amount);
                case GRANT -> grant(amount, step.hours());
                case SPEND -> draw(wallet.spend(amount, now), new LedgerAccount.Revenue());
                case DEBIT -> draw(wallet.spendPaid(amount), new LedgerAccount.Adjustments());
                case HOLD -> draw(wallet.spend(amount, now), HELD).ifPresent(held::push);
                case RELEASE -> release();
                case SPEND_HELD -> spendHeld();
                case LAPSE -> lapse();
            }
        }

        private void topUp(Money amount) {
            wallet = new Wallet(OWNER, wallet.paid().plus(amount), wallet.grants());
            book(
                    List.of(
                            Posting.debit(new LedgerAccount.ProviderClearing("x"), amount),
                            Posting.credit(PAID, amount)));
        }

        private void grant(Money amount, int hours) {
            grants++;
            Optional<Instant> end =
                    hours == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofHours(hours)));
            Grant grant = new Grant(new GrantId(new UUID(2, grants)), amount, end);
            wallet =
                    new Wallet(
                            OWNER,
                            wallet.paid(),
                            Stream.concat(wallet.grants().stream(), Stream.of(grant)).toList());
            book(WalletBookings.granted(OWNER, amount));
        }

        private Optional<Draw> draw(Spending spending, LedgerAccount target) {
            return switch (spending) {
                case Spending.Short _ -> Optional.empty();
                case Spending.Covered(var draw) -> {
                    wallet = wallet.without(draw);
                    book(WalletBookings.drawn(OWNER, draw, target));
                    yield Optional.of(draw);
                }
            };
        }

        private void release() {
            if (!held.isEmpty()) {
                Draw draw = held.pop();
                wallet = wallet.with(draw);
                book(WalletBookings.putBack(OWNER, draw, HELD));
            }
        }

        private void spendHeld() {
            if (!held.isEmpty()) {
                Money amount = held.pop().total();
                book(
                        List.of(
                                Posting.debit(HELD, amount),
                                Posting.credit(new LedgerAccount.Revenue(), amount)));
            }
        }

        private void lapse() {
            Draw lapsed = wallet.lapsed(now);
            if (!lapsed.granted().isEmpty()) {
                wallet = wallet.without(lapsed);
                book(WalletBookings.lapsed(OWNER, lapsed.fromGrants()));
            }
        }

        private void book(List<Posting> postings) {
            assertThat(postings.stream().mapToLong(Posting::minorUnits).sum()).isZero();
            postings.forEach(
                    line -> books.merge(line.account(), line.minorUnits(), Math::addExact));
        }

        private long booked(LedgerAccount account) {
            return -books.getOrDefault(account, 0L);
        }

        /** Money cannot be negative, so that what is equal to one is not. */
        void mustAddUp() {
            long inHold = held.stream().mapToLong(draw -> draw.total().minorUnits()).sum();
            assertThat(booked(PAID)).isEqualTo(wallet.paid().minorUnits());
            assertThat(booked(GRANTED)).isEqualTo(wallet.grantedInAll().minorUnits());
            assertThat(booked(HELD)).isEqualTo(inHold);
            assertThat(books.values().stream().mapToLong(Long::longValue).sum()).isZero();
        }
    }

    @Property
    void no_sequence_goes_below_nothing_or_loses_a_unit(@ForAll("steps") List<Step> steps) {
        Life life = new Life();
        for (Step step : steps) {
            life.take(step);
            life.mustAddUp();
        }
    }

    @Property
    void a_draw_is_exactly_what_was_asked_for_and_takes_from_what_lives(
            @ForAll("steps") List<Step> steps) {
        Life life = new Life();
        List<Step> before = new ArrayList<>(steps);
        before.forEach(life::take);
        Money all = life.wallet.available(life.now);
        if (all.isZero()) {
            return;
        }
        Money wanted = new Money((all.minorUnits() + 1) / 2, Asset.RUB);
        if (life.wallet.spend(wanted, life.now) instanceof Spending.Covered(var draw)) {
            assertThat(draw.total()).isEqualTo(wanted);
            assertThat(life.wallet.without(draw).available(life.now).plus(wanted)).isEqualTo(all);
            assertThat(
                            draw.paid().isZero()
                                    || draw.fromGrants().equals(life.wallet.granted(life.now)))
                    .isTrue();
        } else {
            throw new AssertionError("half of what there is could not be spent");
        }
    }
}
