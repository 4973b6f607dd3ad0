package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import java.util.List;

/** How money that came is booked, and under which business key. Pure. */
public final class Bookings {
    private Bookings() {}

    /** Key of the one transaction of a captured payment. */
    public static String capturedKey(PaymentId payment) {
        return "payment-captured:" + payment.value();
    }

    /** Key of the one transaction of a flagged payment. */
    public static String unallocatedKey(PaymentId payment) {
        return "payment-unallocated:" + payment.value();
    }

    /** Key of the money of a further invoice. */
    public static String surplusKey(String provider, String reference) {
        return "payment-surplus:" + provider + ":" + reference;
    }

    /** Key of the one booking of what staff decided on money kept apart. */
    public static String resolvedKey(UnmatchedId money) {
        return "unallocated-resolved:" + money.value();
    }

    /** Out of what is kept apart, to where it belongs. */
    public static List<Posting> resolved(String provider, Money money, Resolution resolution) {
        LedgerAccount to =
                switch (resolution) {
                    case Resolution.Credit(var customer) ->
                            new LedgerAccount.CustomerWallet(customer);
                    case Resolution.PayOrder(_, var buyer) ->
                            new LedgerAccount.CustomerWallet(buyer);
                    case Resolution.SentBack() -> new LedgerAccount.ProviderClearing(provider);
                    case Resolution.Kept() -> new LedgerAccount.Adjustments();
                };
        return List.of(
                Posting.debit(new LedgerAccount.Unallocated(provider), money),
                Posting.credit(to, money));
    }

    /** Key of what a provider kept of an invoice. */
    public static String feeKey(String provider, String reference) {
        return "provider-fee:" + provider + ":" + reference;
    }

    /** What a provider keeps it does not hold for us any more. */
    public static List<Posting> fee(String provider, Money kept) {
        return List.of(
                Posting.debit(new LedgerAccount.ProviderFees(provider), kept),
                Posting.credit(new LedgerAccount.ProviderClearing(provider), kept));
    }

    /** What a provider holds for us is the payer's money with us. */
    public static List<Posting> captured(PaymentRequest request, Money received) {
        return List.of(
                Posting.debit(new LedgerAccount.ProviderClearing(request.provider()), received),
                Posting.credit(new LedgerAccount.CustomerWallet(request.payer()), received));
    }

    /** What a provider holds for us is nobody's yet; empty if it cannot be counted. */
    public static List<Posting> unallocated(String provider, Received received) {
        return switch (received) {
            case Received.Unreadable _ -> List.of();
            case Received.Exact(var money) ->
                    List.of(
                            Posting.debit(new LedgerAccount.ProviderClearing(provider), money),
                            Posting.credit(new LedgerAccount.Unallocated(provider), money));
        };
    }
}
