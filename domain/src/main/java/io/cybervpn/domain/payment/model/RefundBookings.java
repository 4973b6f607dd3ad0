package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;

/** How money that goes back is booked, and under which business key. Pure. */
public final class RefundBookings {
    private RefundBookings() {}

    /** Key of the one transaction of a refund. */
    public static String key(RefundId refund) {
        return "refund:" + refund.value();
    }

    /**
     * From where it is taken to where it goes.
     *
     * @param granted what of it the payer's wallet had been given and never paid: it comes back as
     *     that; zero unless the wallet itself had paid
     */
    public static List<Posting> postings(
            PaymentRequest paid, Funding from, Destination to, Money granted) {
        List<Posting> lines = new ArrayList<>();
        debit(lines, new LedgerAccount.Refunds(), from.sale());
        debit(lines, new LedgerAccount.CustomerWallet(paid.payer()), from.wallet());
        debit(
                lines,
                new LedgerAccount.Unallocated(paid.provider()),
                from.unallocated().plus(from.excess()));
        credit(lines, new LedgerAccount.CustomerGrant(paid.payer()), granted);
        credit(
                lines,
                switch (to) {
                    case PROVIDER -> new LedgerAccount.ProviderClearing(paid.provider());
                    case WALLET -> new LedgerAccount.CustomerWallet(paid.payer());
                },
                from.amount().minus(granted));
        return List.copyOf(lines);
    }

    private static void credit(List<Posting> lines, LedgerAccount account, Money money) {
        if (!money.isZero()) {
            lines.add(Posting.credit(account, money));
        }
    }

    private static void debit(List<Posting> lines, LedgerAccount account, Money money) {
        if (!money.isZero()) {
            lines.add(Posting.debit(account, money));
        }
    }
}
