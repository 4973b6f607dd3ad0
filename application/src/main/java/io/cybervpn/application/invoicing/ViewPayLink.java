package io.cybervpn.application.invoicing;

import io.cybervpn.application.payment.OfferPaymentMethods;
import io.cybervpn.application.payment.RecordWalletPayment;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows whoever has a link what it is to pay, and how it can be paid. Changes nothing. */
@Singleton
public final class ViewPayLink {
    private final OpenPayLink open;
    private final OfferPaymentMethods methods;

    @Inject
    ViewPayLink(OpenPayLink open, OfferPaymentMethods methods) {
        this.open = open;
        this.methods = methods;
    }

    /** The token of a link. */
    public record Query(String token) {
        /** A token is in no log. */
        @Override
        public String toString() {
            return "Query[a token]";
        }
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * This.
         *
         * @param methods providers that can be asked for it; none where nothing is owed any more
         */
        record Found(InvoiceView invoice, List<OfferPaymentMethods.Method> methods)
                implements Result {
            /** Copies the list. */
            public Found {
                methods = List.copyOf(methods);
            }
        }

        /** The link opens nothing, whatever the cause. */
        record NoSuchLink() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        return open.execute(query.token())
                .chain(
                        found ->
                                found.map(this::show)
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Result.NoSuchLink())));
    }

    private Uni<Result> show(Invoice invoice) {
        InvoiceView view = InvoiceView.of(invoice);
        return view.isOwed()
                ? methods.execute(
                                new OfferPaymentMethods.Query(
                                        Optional.of(view.account()),
                                        Optional.of(view.totals().total()),
                                        Optional.empty(),
                                        false))
                        .map(ViewPayLink::ofProviders)
                        .map(offered -> new Result.Found(view, offered))
                : Uni.createFrom().item(new Result.Found(view, List.of()));
    }

    /** Nobody pays from the wallet of another. */
    private static List<OfferPaymentMethods.Method> ofProviders(
            List<OfferPaymentMethods.Method> offered) {
        return offered.stream()
                .filter(method -> !method.code().equals(RecordWalletPayment.PROVIDER))
                .toList();
    }
}
