package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.domain.payment.model.Receipt;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Asks a provider whether an invoice of nobody we know was paid, and keeps its money apart. */
@Singleton
final class AskForeignMoney {
    private final PaymentGateways gateways;
    private final KeepForeignMoney keepForeign;

    @Inject
    AskForeignMoney(PaymentGateways gateways, KeepForeignMoney keepForeign) {
        this.gateways = gateways;
        this.keepForeign = keepForeign;
    }

    /** What it says now; no answer is as though nothing were decided. Never in a unit of work. */
    Uni<InvoiceStatus> status(String provider, String invoice) {
        return gateways.find(provider)
                .map(
                        gateway ->
                                Uni.createFrom()
                                        .deferred(() -> gateway.statuses(List.of(invoice)))
                                        .map(
                                                all ->
                                                        Optional.ofNullable(all.get(invoice))
                                                                .orElseGet(InvoiceStatus.Over::new))
                                        .onFailure(AskForeignMoney::noAnswer)
                                        .recoverWithItem(new InvoiceStatus.Active()))
                .orElseGet(() -> Uni.createFrom().item(new InvoiceStatus.Active()));
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof GatewayUnavailable || failure instanceof GatewayRefused;
    }

    /** Joins the unit of work. */
    Uni<Void> keep(String provider, Receipt receipt) {
        return keepForeign.execute(new KeepForeignMoney.Said(provider, receipt)).replaceWithVoid();
    }
}
