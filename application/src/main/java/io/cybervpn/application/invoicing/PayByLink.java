package io.cybervpn.application.invoicing;

import io.cybervpn.application.payment.FindPaymentMethod;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.RecordWalletPayment;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Begins to pay an invoice for whoever has a link to it: at a provider, over all of it, from
 * nobody's wallet. Repeatable: a payment of all of it that is on its way by the same provider is
 * answered again. Never call it in a unit of work.
 */
@Singleton
public final class PayByLink {
    private final OpenPayLink open;
    private final FindPaymentMethod findPaymentMethod;
    private final InvoiceCheckout checkout;

    @Inject
    PayByLink(OpenPayLink open, FindPaymentMethod findPaymentMethod, InvoiceCheckout checkout) {
        this.open = open;
        this.findPaymentMethod = findPaymentMethod;
        this.checkout = checkout;
    }

    /** By which link, and at which provider. */
    public record Command(String token, String provider) {
        /** A token is in no log. */
        @Override
        public String toString() {
            return "Command[a token, " + provider + "]";
        }
    }

    /** How far it came. */
    public sealed interface Result {
        /** It can be paid; without a pay URL while the provider has not answered. */
        record Begun(PaymentView payment) implements Result {}

        /** Nothing is owed any more. */
        record NotOwed(InvoiceStatus status) implements Result {}

        /** There is no such provider. */
        record NoSuchPaymentMethod() implements Result {}

        /** The provider will not take this payment. */
        record PaymentRefused() implements Result {}

        /** The link opens nothing, whatever the cause. */
        record NoSuchLink() implements Result {}
    }

    /** Begins. */
    public Uni<Result> execute(Command command) {
        return open.execute(command.token())
                .chain(
                        found ->
                                found.map(invoice -> pay(invoice, command.provider()))
                                        .orElseGet(() -> answer(new Result.NoSuchLink())));
    }

    private Uni<Result> pay(Invoice invoice, String provider) {
        return switch (invoice) {
            case Invoice.Payable owed -> choose(owed, provider);
            case Invoice.Draft _, Invoice.Paid _, Invoice.Voided _ ->
                    answer(new Result.NotOwed(invoice.status()));
        };
    }

    private Uni<Result> choose(Invoice.Payable owed, String provider) {
        if (provider.equals(RecordWalletPayment.PROVIDER)) {
            return answer(new Result.NoSuchPaymentMethod());
        }
        return findPaymentMethod
                .execute(new FindPaymentMethod.Query(provider))
                .chain(
                        method ->
                                switch (method) {
                                    case FindPaymentMethod.Result.NoSuchProvider _ ->
                                            answer(new Result.NoSuchPaymentMethod());
                                    case FindPaymentMethod.Result.Taken _ -> resume(owed, provider);
                                });
    }

    private Uni<Result> resume(Invoice.Payable owed, String provider) {
        return checkout.onItsWay(owed.id(), provider)
                .map(known -> known.filter(payment -> isWhole(owed, payment)))
                .chain(
                        known ->
                                known.map(payment -> answer(new Result.Begun(payment)))
                                        .orElseGet(() -> begin(owed, provider)));
    }

    private static boolean isWhole(Invoice.Payable owed, PaymentView payment) {
        return payment.state().equals("captured") || payment.amount().equals(owed.total());
    }

    private Uni<Result> begin(Invoice.Payable owed, String provider) {
        return checkout.begin(owed, owed.total(), provider)
                .map(
                        started ->
                                switch (started) {
                                    case StartPayment.Result.Started(var payment) ->
                                            new Result.Begun(payment);
                                    case StartPayment.Result.Delayed(var payment) ->
                                            new Result.Begun(payment);
                                    case StartPayment.Result.Refused _ ->
                                            new Result.PaymentRefused();
                                    case StartPayment.Result.NoSuchProvider _,
                                            StartPayment.Result.NotRecurring _ ->
                                            new Result.NoSuchPaymentMethod();
                                    case StartPayment.Result.NoSuchPayer _ ->
                                            new Result.NoSuchLink();
                                });
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
