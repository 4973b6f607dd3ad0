package io.cybervpn.infrastructure.payment.manual;

import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.application.payment.port.TransferAccount;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Bank transfers as a payment gateway. An invoice is a reference that follows from the payment's
 * id, so none can be lost; what came is what staff recorded.
 */
@Singleton
final class ManualGateway implements PaymentGateway {
    private final ManualSettings settings;
    private final ManualStatement statement;
    private final UnitOfWork unitOfWork;
    private final BankTransfers transfers;

    @Inject
    ManualGateway(
            ManualSettings settings,
            ManualStatement statement,
            UnitOfWork unitOfWork,
            BankTransfers transfers) {
        this.settings = settings;
        this.statement = statement;
        this.unitOfWork = unitOfWork;
        this.transfers = transfers;
    }

    @Override
    public String provider() {
        return TransferAccount.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.isSet();
    }

    @Override
    public Set<Asset> currencies() {
        return settings.assets();
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        Asset asset = call.amount().asset();
        return settings.assets().contains(asset)
                ? Uni.createFrom().item(() -> invoice(call.payment()))
                : Uni.createFrom().failure(new GatewayRefused("no transfers in " + asset.code()));
    }

    /** Its page is the API's own: the payer's token opens it, and nobody else's. */
    private Invoice invoice(PaymentId payment) {
        return new Invoice(
                TransferReference.of(payment).text(),
                URI.create(settings.paymentsUrl() + "/" + payment.value() + "/transfer"),
                Optional.empty());
    }

    /** Nothing says here how long one can be paid: it ends when the shop's time for it is over. */
    @Override
    public Uni<Map<String, InvoiceStatus>> statuses(List<String> references) {
        return recorded(references)
                .map(
                        known ->
                                references.stream()
                                        .distinct()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        one -> status(known, one))));
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        List<Invoice> invoices = payments.stream().map(this::invoice).toList();
        return recorded(invoices.stream().map(Invoice::reference).toList())
                .map(
                        known ->
                                payments.stream()
                                        .map(payment -> found(payment, invoice(payment), known))
                                        .toList());
    }

    private static FoundInvoice found(
            PaymentId payment, Invoice invoice, Map<String, BankTransfer> known) {
        return new FoundInvoice(payment, invoice, status(known, invoice.reference()));
    }

    private static InvoiceStatus status(Map<String, BankTransfer> known, String reference) {
        return Optional.ofNullable(known.get(reference))
                .<InvoiceStatus>map(transfer -> new InvoiceStatus.Paid(transfer.receipt()))
                .orElseGet(InvoiceStatus.Over::new);
    }

    private Uni<Map<String, BankTransfer>> recorded(Collection<String> references) {
        return unitOfWork
                .run(() -> transfers.byReferences(references))
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        BankTransfer::reference,
                                                        Function.identity())));
    }

    @Override
    public Optional<ProviderStatement> statement() {
        return Optional.of(statement);
    }
}
