package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which account is debited, which is credited, and under which key: docs/money.md. */
class PaymentBookingsTest {
    private static final LedgerAccount CLEARING = new LedgerAccount.ProviderClearing("cryptobot");
    private static final LedgerAccount APART = new LedgerAccount.Unallocated("cryptobot");
    private static final LedgerAccount WALLET =
            new LedgerAccount.CustomerWallet(Samples.REQUEST.payer());

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    @Test
    void what_a_provider_took_is_the_payers() {
        assertThat(Bookings.captured(Samples.REQUEST, rub(20_000)))
                .containsExactly(
                        Posting.debit(CLEARING, rub(20_000)), Posting.credit(WALLET, rub(20_000)));
        assertThat(Bookings.capturedKey(Samples.REQUEST.id()))
                .isEqualTo("payment-captured:00000000-0000-0000-0000-000000000001");
    }

    @Test
    void what_does_not_fit_is_kept_apart() {
        assertThat(Bookings.unallocated("cryptobot", new Received.Exact(rub(5))))
                .containsExactly(Posting.debit(CLEARING, rub(5)), Posting.credit(APART, rub(5)));
        assertThat(Bookings.unallocated("cryptobot", new Received.Unreadable("five"))).isEmpty();
        assertThat(Bookings.unallocatedKey(Samples.REQUEST.id()))
                .isEqualTo("payment-unallocated:00000000-0000-0000-0000-000000000001");
        assertThat(Bookings.surplusKey("stars", "stx_1")).isEqualTo("payment-surplus:stars:stx_1");
    }

    @Test
    void a_refund_is_taken_from_where_its_money_lies() {
        Funding funding = new Funding(rub(1), rub(9), rub(2), rub(3), rub(4));

        assertThat(RefundBookings.postings(Samples.REQUEST, funding, Destination.PROVIDER, rub(0)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Refunds(), rub(1)),
                        Posting.debit(WALLET, rub(2)),
                        Posting.debit(APART, rub(7)),
                        Posting.credit(CLEARING, rub(10)));
        assertThat(RefundBookings.key(new RefundId(new UUID(0, 7))))
                .isEqualTo("refund:00000000-0000-0000-0000-000000000007");
    }

    @Test
    void a_refund_to_the_wallet_is_the_payers_and_has_no_empty_lines() {
        Funding funding = new Funding(rub(6), rub(9), rub(0), rub(0), rub(0));

        assertThat(RefundBookings.postings(Samples.REQUEST, funding, Destination.WALLET, rub(0)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Refunds(), rub(6)),
                        Posting.credit(WALLET, rub(6)));
        assertThat(RefundBookings.postings(Samples.REQUEST, funding, Destination.WALLET, rub(2)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Refunds(), rub(6)),
                        Posting.credit(
                                new LedgerAccount.CustomerGrant(Samples.REQUEST.payer()), rub(2)),
                        Posting.credit(WALLET, rub(4)));
    }

    @Test
    void money_for_a_named_order_is_its_buyers_first() {
        AccountId buyer = new AccountId(new UUID(7, 7));
        Money money = new Money(500, Asset.EUR);

        assertThat(Bookings.resolved("fake", money, new Resolution.PayOrder(new UUID(7, 8), buyer)))
                .containsExactly(
                        Posting.debit(new LedgerAccount.Unallocated("fake"), money),
                        Posting.credit(new LedgerAccount.CustomerWallet(buyer), money));
    }
}
