package io.cybervpn.domain.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a wallet gives for one purpose, and how it goes back. */
class ContributionTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final AccountId OWNER = new AccountId(new UUID(1, 1));
    private static final UUID ORDER = new UUID(3, 1);

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static GrantId grant(int id) {
        return new GrantId(new UUID(2, id));
    }

    private static Wallet wallet(long paid, List<Long> grants) {
        List<Grant> all =
                grants.stream()
                        .map(
                                units ->
                                        new Grant(
                                                new GrantId(UUID.randomUUID()),
                                                rub(units),
                                                Optional.<Instant>empty()))
                        .toList();
        return new Wallet(OWNER, rub(paid), all);
    }

    @Test
    void the_last_that_was_taken_goes_back_first() {
        Draw draw =
                new Draw(
                        rub(50),
                        List.of(new Draw.Use(grant(1), rub(30)), new Draw.Use(grant(2), rub(20))));
        Contribution.Spent spent = Contribution.Spent.atOnce(ORDER, OWNER, draw);

        Contribution.Return first = spent.giveBack(rub(60));
        assertThat(first.back())
                .isEqualTo(new Draw(rub(50), List.of(new Draw.Use(grant(2), rub(10)))));

        Contribution.Return second = first.after().giveBack(rub(40));
        assertThat(second.back().paid()).isEqualTo(rub(0));
        assertThat(second.back().granted())
                .containsExactly(new Draw.Use(grant(2), rub(10)), new Draw.Use(grant(1), rub(30)));
        assertThat(second.after().returned().total()).isEqualTo(draw.total());
    }

    @Test
    void a_rest_that_no_provider_takes_is_not_left() {
        Wallet wallet = wallet(95, List.of());

        assertThat(wallet.share(rub(100), rub(10), NOW).total()).isEqualTo(rub(90));
        assertThat(wallet.share(rub(95), rub(10), NOW).total()).isEqualTo(rub(95));
        assertThat(wallet.share(rub(300), rub(10), NOW).total()).isEqualTo(rub(95));
        assertThat(wallet(5, List.of()).share(rub(8), rub(10), NOW).total()).isEqualTo(rub(0));
    }

    @Property
    void a_share_is_all_or_leaves_enough_and_is_never_more_than_is_there(
            @ForAll @LongRange(min = 0, max = 500) long paid,
            @ForAll @Size(max = 4) List<@LongRange(min = 1, max = 100) Long> grants,
            @ForAll @LongRange(min = 1, max = 600) long total,
            @ForAll @LongRange(min = 1, max = 50) long least) {
        Wallet wallet = wallet(paid, grants);

        Draw share = wallet.share(rub(total), rub(least), NOW);

        long rest = total - share.total().minorUnits();
        assertThat(rest == 0 || rest >= Math.min(least, total)).isTrue();
        assertThat(rest == 0).isEqualTo(wallet.available(NOW).minorUnits() >= total);
        assertThat(share.paid().isZero() || share.fromGrants().equals(wallet.granted(NOW)))
                .isTrue();
        Wallet after = wallet.without(share);
        assertThat(after.available(NOW).plus(share.total())).isEqualTo(wallet.available(NOW));
        assertThat(after.with(share)).isEqualTo(wallet);
    }

    @Property
    void hold_and_money_that_came_pay_exactly_the_total(
            @ForAll @LongRange(min = 0, max = 500) long paid,
            @ForAll @Size(max = 4) List<@LongRange(min = 1, max = 100) Long> grants,
            @ForAll @LongRange(min = 1, max = 600) long total,
            @ForAll @LongRange(min = 0, max = 700) long came) {
        Wallet wallet = wallet(paid, grants);
        Draw held = wallet.share(rub(total), rub(1), NOW);
        Wallet without = wallet.without(held);
        Wallet now = new Wallet(OWNER, without.paid().plus(rub(came)), without.grants());
        Money open = rub(total).minus(held.total());

        Spending spending = now.spendBeside(rub(came), open, NOW);

        if (came + wallet.available(NOW).minorUnits() < total) {
            assertThat(spending).isInstanceOf(Spending.Short.class);
        } else if (spending instanceof Spending.Covered(var beside)) {
            Money own = came < open.minorUnits() ? rub(came) : open;
            assertThat(held.total().plus(own).plus(beside.total())).isEqualTo(rub(total));
            assertThat(
                            WalletBookings.settled(
                                            OWNER,
                                            held.total(),
                                            own,
                                            beside,
                                            new LedgerAccount.Revenue())
                                    .stream()
                                    .mapToLong(Posting::minorUnits)
                                    .sum())
                    .isZero();
        } else {
            throw new AssertionError("what is there does not pay");
        }
    }

    @Property
    void any_returns_give_back_what_was_given_pocket_by_pocket(
            @ForAll @LongRange(min = 0, max = 200) long paid,
            @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 100) Long> grants,
            @ForAll @Size(max = 9) List<@LongRange(min = 1, max = 90) Long> wishes) {
        Wallet wallet = wallet(paid, grants);
        Draw draw = wallet.share(wallet.available(NOW), rub(1), NOW);
        Wallet left = wallet.without(draw);
        Contribution.Spent spent = Contribution.Spent.atOnce(ORDER, OWNER, draw);
        long open = draw.total().minorUnits();
        for (long wish : wishes) {
            Money amount = rub(Math.min(wish, open));
            Contribution.Return back = spent.giveBack(amount);
            assertThat(back.back().total()).isEqualTo(amount);
            left = left.with(back.back());
            spent = back.after();
            open -= amount.minorUnits();
        }
        left = left.with(spent.giveBack(rub(open)).back());

        assertThat(left).isEqualTo(wallet);
    }
}
