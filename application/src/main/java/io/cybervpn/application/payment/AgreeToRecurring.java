package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.application.payment.port.RecurringGateways;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.repository.Mandates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps that a payer agreed to be charged each period by his provider. */
@Singleton
final class AgreeToRecurring {
    private final RecurringGateways gateways;
    private final Mandates mandates;

    @Inject
    AgreeToRecurring(RecurringGateways gateways, Mandates mandates) {
        this.gateways = gateways;
        this.mandates = mandates;
    }

    /** Whether the provider takes it so, if that is wished: this amount, for this many days. */
    boolean isPossible(StartPayment.Command command) {
        return command.recurring().isEmpty()
                || terms(command.provider())
                        .filter(terms -> terms.allow(command.amount()))
                        .filter(terms -> terms.period().toDays() == command.subscriptionDays())
                        .isPresent();
    }

    private Optional<RecurringGateway.Terms> terms(String provider) {
        return gateways.find(provider).flatMap(RecurringGateway::terms);
    }

    /** Stores the agreement beside its first payment. Only for an open unit of work. */
    Uni<Void> store(PaymentRequest request, Optional<String> textVersion) {
        return textVersion
                .flatMap(
                        version ->
                                terms(request.provider())
                                        .map(
                                                terms ->
                                                        mandates.add(
                                                                offered(request, terms),
                                                                version,
                                                                request.createdAt())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Mandate offered(PaymentRequest request, RecurringGateway.Terms terms) {
        return new Mandate(
                request.id(),
                request.subject(),
                request.payer(),
                request.provider(),
                request.amount(),
                terms.period(),
                new Mandate.Standing.Offered(),
                Optional.empty(),
                Optional.empty());
    }
}
