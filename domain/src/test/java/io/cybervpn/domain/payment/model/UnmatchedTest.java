package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.payment.model.Unmatched.Left;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money that fits no payment: what is left of it, and where a decision puts it. */
class UnmatchedTest {
    private static final UUID ORDER = new UUID(6, 6);
    private static final AccountId CUSTOMER = new AccountId(new UUID(7, 7));

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Unmatched money(Received received) {
        Receipt receipt = new Receipt("528890", received, Samples.NOW);
        return Unmatched.fresh("stripe", receipt, "underpaid", Optional.empty(), Samples.NOW);
    }

    private static Unmatched money(long units) {
        return money(new Received.Exact(rub(units)));
    }

    private static Refund refund(Money unallocated) {
        Money none = Money.zero(unallocated.asset());
        RefundRequest request =
                new RefundRequest(
                        new RefundId(new UUID(5, 5)),
                        Samples.REQUEST.id(),
                        unallocated,
                        RefundCause.STAFF,
                        Destination.PROVIDER,
                        "key",
                        "a wish of a test",
                        Samples.NOW);
        return new Refund.Requested(request, new Funding(none, none, none, unallocated, none));
    }

    @Test
    void the_same_invoice_told_again_is_the_same_money() {
        assertThat(money(5).id()).isEqualTo(UnmatchedId.of("stripe", "528890"));
        assertThat(money(5).id()).isNotEqualTo(UnmatchedId.of("tbank", "528890"));
        assertThat(money(5).resolved()).isFalse();
    }

    @Test
    void all_is_left_until_refunds_take_of_it_and_what_failed_took_nothing() {
        Refund failed =
                new Refund.Failed(
                        refund(rub(2)).request(),
                        refund(rub(2)).standing(),
                        Optional.empty(),
                        "no card",
                        Samples.NOW);
        assertThat(money(5).left(List.of())).isEqualTo(new Left.Counted(rub(5)));
        assertThat(money(5).left(List.of(refund(rub(2)), failed)))
                .isEqualTo(new Left.Counted(rub(3)));
        assertThat(money(5).left(List.of(refund(rub(2)), refund(rub(3)))))
                .isEqualTo(new Left.Nothing());
    }

    @Test
    void what_went_back_in_another_currency_was_not_this_money() {
        Refund other = refund(new Money(2, Asset.USD));
        assertThat(money(5).left(List.of(other))).isEqualTo(new Left.Counted(rub(5)));
    }

    @Test
    void what_nobody_can_count_is_left_uncounted_and_what_was_decided_is_gone() {
        Unmatched odd = money(new Received.Unreadable("about five"));
        assertThat(odd.left(List.of())).isEqualTo(new Left.Uncounted());
        Unmatched decided =
                new Unmatched(
                        money(5).id(),
                        "stripe",
                        money(5).receipt(),
                        "underpaid",
                        Optional.empty(),
                        Samples.NOW,
                        true);
        assertThat(decided.left(List.of())).isEqualTo(new Left.Nothing());
    }

    @Test
    void refunds_of_a_flagged_payment_take_from_the_money_of_its_own_invoice() {
        assertThat(money(5).isOf(Samples.flagged())).isTrue();
        assertThat(money(5).isOf(Samples.captured())).isFalse();
        Receipt further = new Receipt("528891", new Received.Exact(rub(5)), Samples.NOW);
        assertThat(
                        Unmatched.fresh("stripe", further, "twice", Optional.empty(), Samples.NOW)
                                .isOf(Samples.flagged()))
                .isFalse();
    }

    @Test
    void each_decision_puts_it_where_it_belongs() {
        assertDecided(new Resolution.Credit(CUSTOMER), new LedgerAccount.CustomerWallet(CUSTOMER));
        assertDecided(
                new Resolution.PayOrder(ORDER, CUSTOMER),
                new LedgerAccount.CustomerWallet(CUSTOMER));
        assertDecided(new Resolution.SentBack(), new LedgerAccount.ProviderClearing("stripe"));
        assertDecided(new Resolution.Kept(), new LedgerAccount.Adjustments());
    }

    private static void assertDecided(Resolution resolution, LedgerAccount to) {
        assertThat(Bookings.resolved("stripe", rub(5), resolution))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Unallocated("stripe"), rub(5)),
                        Posting.credit(to, rub(5)));
    }

    @Test
    void a_decision_has_a_name_and_says_whom_or_what_it_is_for() {
        assertThat(new Resolution.Credit(CUSTOMER))
                .returns("credit", Resolution::code)
                .returns(Optional.of(CUSTOMER.value()), Resolution::target);
        assertThat(new Resolution.PayOrder(ORDER, CUSTOMER))
                .returns("pay_order", Resolution::code)
                .returns(Optional.of(ORDER), Resolution::target);
        assertThat(new Resolution.SentBack())
                .returns("sent_back", Resolution::code)
                .returns(Optional.empty(), Resolution::target);
        assertThat(new Resolution.Kept())
                .returns("kept", Resolution::code)
                .returns(Optional.empty(), Resolution::target);
    }

    @Test
    void a_decision_and_a_fee_are_booked_under_keys_of_their_own() {
        UnmatchedId id = new UnmatchedId(ORDER);
        assertThat(Bookings.resolvedKey(id)).isEqualTo("unallocated-resolved:" + ORDER);
        assertThat(Bookings.feeKey("stripe", "cs_1")).isEqualTo("provider-fee:stripe:cs_1");
        assertThat(Bookings.fee("stripe", rub(2)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.ProviderFees("stripe"), rub(2)),
                        Posting.credit(new LedgerAccount.ProviderClearing("stripe"), rub(2)));
    }

    @Test
    void more_than_came_cannot_have_gone_back() {
        assertThatThrownBy(() -> money(1).left(List.of(refund(rub(2)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
