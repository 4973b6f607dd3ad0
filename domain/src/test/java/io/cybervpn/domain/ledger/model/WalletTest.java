package io.cybervpn.domain.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final AccountId OWNER = new AccountId(new UUID(1, 1));

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Grant grant(int id, long units, Duration life) {
        return new Grant(new GrantId(new UUID(2, id)), rub(units), Optional.of(NOW.plus(life)));
    }

    private static Grant lasting(int id, long units) {
        return new Grant(new GrantId(new UUID(2, id)), rub(units), Optional.empty());
    }

    private static Wallet wallet(long paid, Grant... grants) {
        return new Wallet(OWNER, rub(paid), List.of(grants));
    }

    private static Draw covered(Spending spending) {
        return switch (spending) {
            case Spending.Covered(var draw) -> draw;
            case Spending.Short(var available) ->
                    throw new AssertionError("only " + available + " available");
        };
    }

    @Test
    void what_was_given_is_spent_first_and_of_it_what_lapses_first() {
        Grant last = lasting(1, 100);
        Grant soon = grant(2, 10, Duration.ofHours(1));
        Grant later = grant(3, 20, Duration.ofDays(1));
        Wallet wallet = wallet(50, last, later, soon);

        assertThat(covered(wallet.spend(rub(25), NOW)))
                .isEqualTo(
                        new Draw(
                                rub(0),
                                List.of(
                                        new Draw.Use(soon.id(), rub(10)),
                                        new Draw.Use(later.id(), rub(15)))));
        assertThat(covered(wallet.spend(rub(131), NOW)).paid()).isEqualTo(rub(1));
        assertThat(covered(wallet.spend(rub(180), NOW)).total()).isEqualTo(rub(180));
    }

    @Test
    void more_than_there_is_is_not_spent() {
        Wallet wallet = wallet(50, lasting(1, 100));

        assertThat(wallet.spend(rub(151), NOW)).isEqualTo(new Spending.Short(rub(150)));
        assertThat(wallet.spendPaid(rub(51))).isEqualTo(new Spending.Short(rub(50)));
        assertThat(covered(wallet.spendPaid(rub(50)))).isEqualTo(new Draw(rub(50), List.of()));
    }

    @Test
    void what_has_lapsed_is_not_spent_from_that_very_moment_on() {
        Wallet wallet = wallet(0, grant(1, 10, Duration.ZERO), grant(2, 5, Duration.ofNanos(1)));

        assertThat(wallet.available(NOW)).isEqualTo(rub(5));
        assertThat(wallet.grantedInAll()).isEqualTo(rub(15));
        assertThat(wallet.spend(rub(6), NOW)).isEqualTo(new Spending.Short(rub(5)));
        assertThat(wallet.lapsed(NOW).fromGrants()).isEqualTo(rub(10));
    }

    @Test
    void a_draw_that_is_put_back_leaves_the_wallet_as_it_was() {
        Wallet wallet = wallet(50, lasting(1, 100), grant(2, 10, Duration.ofHours(1)));
        Draw draw = covered(wallet.spend(rub(120), NOW));

        assertThat(wallet.without(draw).available(NOW)).isEqualTo(rub(40));
        assertThat(wallet.without(draw).with(draw)).isEqualTo(wallet);
    }

    @Test
    void assets_never_mix() {
        Wallet wallet = wallet(50);

        assertThatThrownBy(() -> wallet.spend(new Money(1, Asset.USD), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wallet(OWNER, Money.zero(Asset.USD), List.of(lasting(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_booking_of_a_draw_names_each_pocket_once() {
        Draw draw =
                new Draw(
                        rub(5),
                        List.of(
                                new Draw.Use(lasting(1, 9).id(), rub(9)),
                                new Draw.Use(lasting(2, 1).id(), rub(1))));
        LedgerAccount target = new LedgerAccount.Revenue();

        assertThat(WalletBookings.drawn(OWNER, draw, target))
                .extracting(Posting::minorUnits)
                .containsExactly(10L, 5L, -15L);
        assertThat(WalletBookings.putBack(OWNER, draw, target))
                .extracting(Posting::minorUnits)
                .containsExactly(-10L, -5L, 15L);
    }

    @Test
    void of_two_grants_that_lapse_together_the_older_is_spent_first() {
        Draw draw = covered(wallet(0, lasting(2, 10), lasting(1, 10)).spend(rub(10), NOW));

        assertThat(draw.granted())
                .extracting(Draw.Use::grant)
                .containsExactly(new GrantId(new UUID(2, 1)));
    }
}
