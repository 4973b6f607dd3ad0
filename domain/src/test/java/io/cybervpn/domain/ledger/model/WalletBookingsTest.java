package io.cybervpn.domain.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.AdjustmentId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which pocket is debited, which is credited, and under which key: docs/money.md. */
class WalletBookingsTest {
    private static final UUID ID = new UUID(0, 9);
    private static final AccountId OWNER = new AccountId(new UUID(1, 1));
    private static final LedgerAccount PAID = new LedgerAccount.CustomerWallet(OWNER);
    private static final LedgerAccount GIVEN = new LedgerAccount.CustomerGrant(OWNER);
    private static final LedgerAccount REVENUE = new LedgerAccount.Revenue();

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Draw draw(long paid, long granted) {
        return new Draw(rub(paid), List.of(new Draw.Use(new GrantId(ID), rub(granted))));
    }

    @Test
    void staff_and_grants_come_from_accounts_of_their_own() {
        assertThat(WalletBookings.credited(OWNER, rub(5)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Adjustments(), rub(5)),
                        Posting.credit(PAID, rub(5)));
        assertThat(WalletBookings.granted(OWNER, rub(6)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Promotions(), rub(6)),
                        Posting.credit(GIVEN, rub(6)));
        assertThat(WalletBookings.lapsed(OWNER, rub(7)))
                .containsExactly(
                        Posting.debit(GIVEN, rub(7)),
                        Posting.credit(new LedgerAccount.Promotions(), rub(7)));
    }

    @Test
    void what_is_drawn_leaves_its_pockets_and_comes_back_into_them() {
        assertThat(WalletBookings.drawn(OWNER, draw(3, 4), REVENUE))
                .containsExactly(
                        Posting.debit(GIVEN, rub(4)),
                        Posting.debit(PAID, rub(3)),
                        Posting.credit(REVENUE, rub(7)));
        assertThat(WalletBookings.putBack(OWNER, draw(0, 4), REVENUE))
                .containsExactly(Posting.credit(GIVEN, rub(4)), Posting.debit(REVENUE, rub(4)));
    }

    @Test
    void each_deed_has_a_key_of_its_own() {
        assertThat(WalletBookings.adjustedKey(new AdjustmentId(ID)))
                .isEqualTo("wallet-adjusted:" + ID);
        assertThat(WalletBookings.grantedKey(new GrantId(ID))).isEqualTo("wallet-granted:" + ID);
        assertThat(WalletBookings.lapsedKey(new GrantId(ID), 2))
                .isEqualTo("grant-lapsed:" + ID + ":2");
    }

    @Test
    void nothing_is_drawn_from_a_grant_by_a_draw_of_nothing() {
        assertThatThrownBy(() -> draw(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
