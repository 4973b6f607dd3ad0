package io.cybervpn.application.invoicing;

import io.cybervpn.application.ledger.ReleaseSetAside;
import io.cybervpn.application.ledger.SettleFromWallet;
import io.cybervpn.application.ledger.SpendFromWallet;
import io.cybervpn.application.ledger.SpendFromWallet.Booking;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.RecordWalletPayment;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceBookings;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Where an invoice's total becomes ours. Only for an open unit of work that holds the invoice. */
@Singleton
final class InvoiceTill {
    private final SpendFromWallet spendFromWallet;
    private final SettleFromWallet settleFromWallet;
    private final ReleaseSetAside releaseSetAside;
    private final RecordWalletPayment recordWalletPayment;
    private final Finalising finalising;

    @Inject
    InvoiceTill(
            SpendFromWallet spendFromWallet,
            SettleFromWallet settleFromWallet,
            ReleaseSetAside releaseSetAside,
            RecordWalletPayment recordWalletPayment,
            Finalising finalising) {
        this.spendFromWallet = spendFromWallet;
        this.settleFromWallet = settleFromWallet;
        this.releaseSetAside = releaseSetAside;
        this.recordWalletPayment = recordWalletPayment;
        this.finalising = finalising;
    }

    /** Whether an invoice is paid. */
    sealed interface Taken {
        /** It is, by this. */
        record Paid(Invoice.Paid invoice, PaymentView payment) implements Taken {}

        /** There is too little: nothing was taken. */
        record TooLittle(Money available) implements Taken {}
    }

    /** Pays it out of its debtor's wallet, what he was given first, all or nothing. */
    Uni<Taken> fromWallet(Invoice.Payable owed, Instant now) {
        return settle(owed, Money.zero(owed.total().asset()))
                .chain(
                        settled ->
                                switch (settled) {
                                    case SettleFromWallet.Result.NotEnough(var available) ->
                                            Uni.createFrom().item(new Taken.TooLittle(available));
                                    case SettleFromWallet.Result.Settled(var fromWallet) ->
                                            record(owed, fromWallet)
                                                    .chain(payment -> pay(owed, payment, now));
                                });
    }

    private Uni<Taken> pay(Invoice.Payable owed, PaymentView payment, Instant now) {
        return finalising.pay(owed, payment.id(), now).map(paid -> new Taken.Paid(paid, payment));
    }

    /**
     * Pays it with money that came in for it and lies in its debtor's wallet: with that alone if it
     * was asked for all of it, else with what the wallet set aside or has beside that. What he
     * spent elsewhere before it got here pays nothing; then what was set aside is his again.
     */
    Uni<Void> withWhatCame(Invoice.Payable owed, PaymentCaptured money) {
        if (!money.received().asset().equals(owed.total().asset())) {
            return Uni.createFrom().voidItem();
        }
        return money.received().compareTo(owed.total()) < 0
                ? withShare(owed, money)
                : withAll(owed, money);
    }

    private Uni<Void> withAll(Invoice.Payable owed, PaymentCaptured money) {
        return spendFromWallet
                .execute(
                        new SpendFromWallet.Command(
                                owed.details().account(),
                                owed.total(),
                                SpendFromWallet.Source.PAID,
                                booking(owed)))
                .chain(
                        spent ->
                                switch (spent) {
                                    case SpendFromWallet.Result.Spent _ ->
                                            finalising
                                                    .pay(owed, money.payment(), money.paidAt())
                                                    .replaceWithVoid();
                                    case SpendFromWallet.Result.NotEnough _ ->
                                            Uni.createFrom().voidItem();
                                })
                .chain(() -> release(owed.id()));
    }

    private Uni<Void> withShare(Invoice.Payable owed, PaymentCaptured money) {
        return settle(owed, money.received())
                .chain(
                        settled ->
                                switch (settled) {
                                    case SettleFromWallet.Result.NotEnough _ -> release(owed.id());
                                    case SettleFromWallet.Result.Settled(var fromWallet) ->
                                            record(owed, fromWallet)
                                                    .chain(
                                                            () ->
                                                                    finalising.pay(
                                                                            owed,
                                                                            money.payment(),
                                                                            money.paidAt()))
                                                    .replaceWithVoid();
                                });
    }

    /** What was set aside for it is its debtor's again. Repeatable. */
    Uni<Void> release(InvoiceId invoice) {
        return releaseSetAside
                .execute(new ReleaseSetAside.Command.For(List.of(invoice.value())))
                .replaceWithVoid();
    }

    private Uni<SettleFromWallet.Result> settle(Invoice.Payable owed, Money came) {
        return settleFromWallet.execute(
                new SettleFromWallet.Command(
                        owed.id().value(),
                        owed.details().account(),
                        owed.total(),
                        came,
                        booking(owed)));
    }

    private static Booking booking(Invoice.Payable owed) {
        return new Booking(
                InvoiceBookings.settledKey(owed.id()),
                LedgerTransaction.Kind.INVOICE_SETTLED,
                new LedgerAccount.Revenue());
    }

    private Uni<PaymentView> record(Invoice.Payable owed, Money fromWallet) {
        return recordWalletPayment.execute(
                new RecordWalletPayment.Command(
                        owed.id().value(),
                        owed.details().account(),
                        fromWallet,
                        InvoiceCheckout.title(owed),
                        0));
    }
}
