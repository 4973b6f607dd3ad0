package io.cybervpn.domain.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.Adjustment;
import io.cybervpn.domain.ledger.AdjustmentId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is set aside for an order, and how that ends: docs/money.md. */
class HoldBookingsTest {
    private static final UUID ORDER = new UUID(3, 1);
    private static final AccountId OWNER = new AccountId(new UUID(1, 1));
    private static final GrantId GRANT = new GrantId(new UUID(2, 2));

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Draw draw(long paid, long granted) {
        return new Draw(rub(paid), List.of(new Draw.Use(GRANT, rub(granted))));
    }

    @Test
    void each_time_of_a_hold_has_a_key_of_its_own() {
        assertThat(WalletBookings.heldKey(ORDER, 1)).isEqualTo("wallet-held:" + ORDER);
        assertThat(WalletBookings.heldKey(ORDER, 2)).isEqualTo("wallet-held:" + ORDER + ":2");
        assertThat(WalletBookings.releasedKey(ORDER, 1)).isEqualTo("hold-released:" + ORDER);
        assertThat(WalletBookings.releasedKey(ORDER, 2)).isEqualTo("hold-released:" + ORDER + ":2");
    }

    @Test
    void hold_what_came_and_what_the_wallet_gives_beside_pay_together() {
        LedgerAccount revenue = new LedgerAccount.Revenue();
        List<Posting> lines = WalletBookings.settled(OWNER, rub(10), rub(20), draw(3, 4), revenue);
        assertThat(lines)
                .containsExactlyInAnyOrder(
                        Posting.debit(new LedgerAccount.CustomerHold(OWNER), rub(10)),
                        Posting.debit(new LedgerAccount.CustomerWallet(OWNER), rub(23)),
                        Posting.debit(new LedgerAccount.CustomerGrant(OWNER), rub(4)),
                        Posting.credit(revenue, rub(37)));
    }

    @Test
    void what_is_held_goes_back_as_it_was_or_pays_with_more() {
        Contribution.Held held = new Contribution.Held(ORDER, OWNER, draw(3, 4), 2);
        assertThat(held.release())
                .isEqualTo(new Contribution.Released(ORDER, OWNER, draw(3, 4), 2));
        Contribution.Spent spent = held.spend(draw(1, 1));
        assertThat(spent.draw().total()).isEqualTo(rub(9));
        assertThat(spent.returned().total()).isEqualTo(rub(0));
        assertThat(spent.time()).isEqualTo(2);
    }

    @Test
    void a_repeated_request_of_the_same_member_of_staff_is_the_same_adjustment() {
        assertThat(AdjustmentId.of(OWNER, "key")).isEqualTo(AdjustmentId.of(OWNER, "key"));
        assertThat(AdjustmentId.of(OWNER, "key")).isNotEqualTo(AdjustmentId.of(OWNER, "other"));
        assertThat(AdjustmentId.of(OWNER, "key"))
                .isNotEqualTo(AdjustmentId.of(new AccountId(ORDER), "key"));
    }

    @Test
    void adjustments_are_known_by_stable_names() {
        assertThat(new Adjustment.Credit(rub(1)).code()).isEqualTo("credit");
        assertThat(new Adjustment.Debit(rub(1)).code()).isEqualTo("debit");
        assertThat(new Adjustment.Grant(rub(1), Optional.empty()).code()).isEqualTo("grant");
    }
}
