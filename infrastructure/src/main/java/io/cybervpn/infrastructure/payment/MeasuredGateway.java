package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.Closing;
import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A gateway whose calls are measured; it does what that one does. */
record MeasuredGateway(PaymentGateway gateway, GatewayMeter meter) implements PaymentGateway {
    @Override
    public String provider() {
        return gateway.provider();
    }

    @Override
    public boolean enabled() {
        return gateway.enabled();
    }

    @Override
    public Money leastCharge(Asset asset) {
        return gateway.leastCharge(asset);
    }

    @Override
    public Set<Asset> currencies() {
        return gateway.currencies();
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        return meter.measured(provider(), "invoice", () -> gateway.invoice(call));
    }

    @Override
    public Uni<Map<String, InvoiceStatus>> statuses(List<String> references) {
        return meter.measured(provider(), "statuses", () -> gateway.statuses(references));
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        return meter.measured(provider(), "search", () -> gateway.search(payments, madeSince));
    }

    @Override
    public Uni<Closing> close(String reference) {
        return meter.measured(provider(), "close", () -> gateway.close(reference));
    }

    /** A list of days takes its time; it says nothing of how fast a payer is served. */
    @Override
    public Optional<ProviderStatement> statement() {
        return gateway.statement();
    }
}
