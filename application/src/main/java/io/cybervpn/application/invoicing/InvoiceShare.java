package io.cybervpn.application.invoicing;

import io.cybervpn.application.ledger.SetAside;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** What a debtor's wallet does for an invoice, each time in one transaction that holds it. */
@Singleton
final class InvoiceShare {
    private final UnitOfWork unitOfWork;
    private final Invoices invoices;
    private final SetAside setAside;
    private final InvoiceTill till;
    private final Clock clock;

    @Inject
    InvoiceShare(
            UnitOfWork unitOfWork,
            Invoices invoices,
            SetAside setAside,
            InvoiceTill till,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
        this.setAside = setAside;
        this.till = till;
        this.clock = clock;
    }

    /** What is to be done. */
    sealed interface Step {
        /** Nothing: the wallet paid it. */
        record Paid(InvoiceView invoice, PaymentView payment) implements Step {}

        /** There is too little in the wallet, and it is not owed otherwise. */
        record TooLittle(Money available) implements Step {}

        /** A provider is to be asked for this, more than nothing. */
        record Ask(Invoice.Payable owed, Money toPay) implements Step {}

        /** It cannot be paid. */
        record NotOwed(InvoiceStatus status) implements Step {}

        /** There is none, or it is somebody else's. */
        record NoSuchInvoice() implements Step {}
    }

    /** What the wallet shall give. */
    sealed interface Wish {
        /** Nothing. */
        record Nothing() implements Wish {}

        /** All of it. */
        record All() implements Wish {}

        /** What it has; a provider, who is asked for the rest, takes no less than this. */
        record What(Money leastRest) implements Wish {}
    }

    /** Does the wallet's part. Repeatable until it is paid. */
    Uni<Step> take(AccountId debtor, InvoiceId id, Wish wish) {
        return unitOfWork.run(
                () ->
                        invoices.lockOf(id.value())
                                .map(found -> found.filter(one -> isHis(one, id, debtor)))
                                .chain(found -> take(found, wish)));
    }

    private static boolean isHis(Invoice invoice, InvoiceId id, AccountId debtor) {
        return invoice.id().equals(id)
                && invoice.details().account().equals(debtor)
                && invoice.status() != InvoiceStatus.DRAFT;
    }

    private Uni<Step> take(Optional<Invoice> found, Wish wish) {
        return switch (found.orElse(null)) {
            case null -> step(new Step.NoSuchInvoice());
            case Invoice.Payable owed -> take(owed, wish);
            case Invoice.Draft _, Invoice.Paid _, Invoice.Voided _ ->
                    step(new Step.NotOwed(found.orElseThrow().status()));
        };
    }

    private Uni<Step> take(Invoice.Payable owed, Wish wish) {
        return switch (wish) {
            case Wish.Nothing() -> step(new Step.Ask(owed, owed.total()));
            case Wish.All() -> pay(owed);
            case Wish.What(var leastRest) -> share(owed, leastRest);
        };
    }

    private Uni<Step> pay(Invoice.Payable owed) {
        return till.fromWallet(owed, clock.instant())
                .map(
                        taken ->
                                switch (taken) {
                                    case InvoiceTill.Taken.Paid(var paid, var payment) ->
                                            new Step.Paid(InvoiceView.of(paid), payment);
                                    case InvoiceTill.Taken.TooLittle(var available) ->
                                            new Step.TooLittle(available);
                                });
    }

    private Uni<Step> share(Invoice.Payable owed, Money leastRest) {
        return setAside.execute(
                        new SetAside.Command(
                                owed.id().value(),
                                owed.details().account(),
                                owed.total(),
                                leastRest))
                .chain(
                        aside ->
                                switch (aside) {
                                    case SetAside.Result.Covered() -> pay(owed);
                                    case SetAside.Result.Aside(var held) ->
                                            step(new Step.Ask(owed, owed.total().minus(held)));
                                    case SetAside.Result.Spent() ->
                                            throw new IllegalStateException(
                                                    owed.id() + " is owed and was paid");
                                });
    }

    /** What was set aside for it is its debtor's again. Repeatable. */
    Uni<Void> release(InvoiceId id) {
        return unitOfWork.run(
                () ->
                        invoices.lockOf(id.value())
                                .chain(
                                        found ->
                                                found.filter(one -> one.id().equals(id)).isPresent()
                                                        ? till.release(id)
                                                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Step> step(Step step) {
        return Uni.createFrom().item(step);
    }
}
