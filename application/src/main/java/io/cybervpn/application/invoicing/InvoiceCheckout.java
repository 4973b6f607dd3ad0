package io.cybervpn.application.invoicing;

import io.cybervpn.application.billing.BillingSettings;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.PaymentViews;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Where a provider is asked for the money of an invoice. Never in a unit of work. */
@Singleton
final class InvoiceCheckout {
    /** Money that came is at work until then; later it was spent elsewhere, and does not count. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private final PaymentViews payments;
    private final StartPayment startPayment;
    private final BillingSettings settings;
    private final Clock clock;

    @Inject
    InvoiceCheckout(
            PaymentViews payments,
            StartPayment startPayment,
            BillingSettings settings,
            Clock clock) {
        this.payments = payments;
        this.startPayment = startPayment;
        this.settings = settings;
        this.clock = clock;
    }

    /** How it is called where its money is. */
    static String title(Invoice.Payable owed) {
        return "Invoice " + owed.issue().number().text();
    }

    /** The payment that is on its way for it by a provider, so that nobody begins two. */
    Uni<Optional<PaymentView>> onItsWay(InvoiceId invoice, String provider) {
        return payments.latestOf(invoice.value())
                .map(latest -> latest.filter(payment -> isOnItsWay(payment, provider)));
    }

    private boolean isOnItsWay(PaymentView payment, String provider) {
        return switch (payment.state()) {
            case "created", "pending", "unknown" -> payment.provider().equals(provider);
            case "captured" ->
                    payment.paidAt()
                            .filter(at -> at.plus(SETTLING).isAfter(clock.instant()))
                            .isPresent();
            case String _ -> false;
        };
    }

    /** Begins one, which waits as long as an order does. */
    Uni<StartPayment.Result> begin(Invoice.Payable owed, Money toPay, String provider) {
        return startPayment.execute(
                new StartPayment.Command(
                        owed.id().value(),
                        owed.details().account(),
                        toPay,
                        title(owed),
                        provider,
                        0,
                        clock.instant().plus(settings.orderLifetime())));
    }
}
