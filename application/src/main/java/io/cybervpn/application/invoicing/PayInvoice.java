package io.cybervpn.application.invoicing;

import io.cybervpn.application.payment.FindLeastCharge;
import io.cybervpn.application.payment.FindPaymentMethod;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.RecordWalletPayment;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * A customer pays an invoice that he owes: out of his wallet, or by a provider, or both (R97). What
 * is given up can be paid all the same. Repeatable: a payment that is on its way by the same
 * provider is answered again, and what is paid is not paid again. Never call it in a unit of work.
 */
@Singleton
public final class PayInvoice {
    private final FindPaymentMethod findPaymentMethod;
    private final FindLeastCharge findLeastCharge;
    private final InvoiceShare share;
    private final InvoiceCheckout checkout;
    private final ViewInvoice viewInvoice;

    @Inject
    PayInvoice(
            FindPaymentMethod findPaymentMethod,
            FindLeastCharge findLeastCharge,
            InvoiceShare share,
            InvoiceCheckout checkout,
            ViewInvoice viewInvoice) {
        this.findPaymentMethod = findPaymentMethod;
        this.findLeastCharge = findLeastCharge;
        this.share = share;
        this.checkout = checkout;
        this.viewInvoice = viewInvoice;
    }

    /**
     * Which, and how.
     *
     * @param paymentMethod {@code wallet}, or a provider's name
     * @param useWallet whether the wallet gives what it has, and the provider is asked for the rest
     */
    public record Command(
            Actor actor, InvoiceId invoice, String paymentMethod, boolean useWallet) {}

    /** How far it came. */
    public sealed interface Result {
        /** It is paid, or can be; without a pay URL while the provider has not answered. */
        record Begun(InvoiceView invoice, PaymentView payment) implements Result {}

        /** The provider will not take this payment. */
        record PaymentRefused() implements Result {}

        /** There is no such way to pay. */
        record NoSuchPaymentMethod() implements Result {}

        /** There is too little in the wallet; nothing was taken. */
        record NotEnoughMoney(Money available) implements Result {}

        /** Nothing was begun. */
        record Refused(InvoiceRefusal why) implements Result {}
    }

    /** What a call works with. */
    private record Attempt(AccountId debtor, InvoiceView invoice, Command command) {
        InvoiceId id() {
            return invoice.id();
        }

        /** A payment of another share of it is another payment. */
        boolean is(PaymentView payment) {
            return payment.state().equals("captured")
                    || payment.amount().equals(invoice.totals().total()) != command.useWallet();
        }
    }

    /** Pays, or begins to. */
    public Uni<Result> execute(Command command) {
        return switch (command.actor()) {
            case Actor.Customer customer ->
                    viewInvoice
                            .execute(new ViewInvoice.Query(customer, command.invoice()))
                            .chain(seen -> pay(customer.id(), seen, command));
            case Actor.Guest _, Actor.Staff _, Actor.Key _, Actor.System _ ->
                    refuse(new InvoiceRefusal.Forbidden());
        };
    }

    private Uni<Result> pay(AccountId debtor, ViewInvoice.Result seen, Command command) {
        return switch (seen) {
            case ViewInvoice.Result.Found(var invoice) ->
                    pay(new Attempt(debtor, invoice, command));
            case ViewInvoice.Result.NoSuchInvoice() -> refuse(new InvoiceRefusal.NoSuchInvoice());
            case ViewInvoice.Result.Forbidden() -> refuse(new InvoiceRefusal.Forbidden());
        };
    }

    private Uni<Result> pay(Attempt attempt) {
        if (attempt.command().paymentMethod().equals(RecordWalletPayment.PROVIDER)) {
            return share.take(attempt.debtor(), attempt.id(), new InvoiceShare.Wish.All())
                    .chain(step -> follow(attempt, step));
        }
        return findPaymentMethod
                .execute(new FindPaymentMethod.Query(attempt.command().paymentMethod()))
                .chain(
                        method ->
                                switch (method) {
                                    case FindPaymentMethod.Result.NoSuchProvider _ ->
                                            answer(new Result.NoSuchPaymentMethod());
                                    case FindPaymentMethod.Result.Taken _ -> resume(attempt);
                                });
    }

    private Uni<Result> resume(Attempt attempt) {
        return checkout.onItsWay(attempt.id(), attempt.command().paymentMethod())
                .chain(
                        known ->
                                known.filter(attempt::is)
                                        .filter(_ -> attempt.invoice().isOwed())
                                        .map(payment -> begun(attempt.invoice(), payment))
                                        .orElseGet(() -> begin(attempt)));
    }

    private Uni<Result> begin(Attempt attempt) {
        return share.take(attempt.debtor(), attempt.id(), wish(attempt))
                .chain(step -> follow(attempt, step));
    }

    private InvoiceShare.Wish wish(Attempt attempt) {
        return attempt.command().useWallet()
                ? new InvoiceShare.Wish.What(
                        findLeastCharge.execute(
                                new FindLeastCharge.Query(
                                        attempt.command().paymentMethod(),
                                        attempt.invoice().totals().total().asset())))
                : new InvoiceShare.Wish.Nothing();
    }

    private Uni<Result> follow(Attempt attempt, InvoiceShare.Step step) {
        return switch (step) {
            case InvoiceShare.Step.Paid(var invoice, var payment) -> begun(invoice, payment);
            case InvoiceShare.Step.TooLittle(var available) ->
                    answer(new Result.NotEnoughMoney(available));
            case InvoiceShare.Step.NotOwed(var status) ->
                    refuse(new InvoiceRefusal.WrongState(status));
            case InvoiceShare.Step.NoSuchInvoice() -> refuse(new InvoiceRefusal.NoSuchInvoice());
            case InvoiceShare.Step.Ask(var owed, var toPay) ->
                    checkout.begin(owed, toPay, attempt.command().paymentMethod())
                            .map(started -> result(attempt.invoice(), started))
                            .call(result -> releaseIfRefused(attempt.id(), result));
        };
    }

    private static Result result(InvoiceView invoice, StartPayment.Result started) {
        return switch (started) {
            case StartPayment.Result.Started(var payment) -> new Result.Begun(invoice, payment);
            case StartPayment.Result.Delayed(var payment) -> new Result.Begun(invoice, payment);
            case StartPayment.Result.Refused _ -> new Result.PaymentRefused();
            case StartPayment.Result.NoSuchProvider _, StartPayment.Result.NotRecurring _ ->
                    new Result.NoSuchPaymentMethod();
            case StartPayment.Result.NoSuchPayer _ ->
                    new Result.Refused(new InvoiceRefusal.NoSuchInvoice());
        };
    }

    private Uni<Void> releaseIfRefused(InvoiceId invoice, Result result) {
        return switch (result) {
            case Result.Begun _ -> Uni.createFrom().voidItem();
            case Result.PaymentRefused _,
                    Result.NoSuchPaymentMethod _,
                    Result.NotEnoughMoney _,
                    Result.Refused _ ->
                    share.release(invoice);
        };
    }

    private static Uni<Result> begun(InvoiceView invoice, PaymentView payment) {
        return answer(new Result.Begun(invoice, payment));
    }

    private static Uni<Result> refuse(InvoiceRefusal why) {
        return answer(new Result.Refused(why));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
