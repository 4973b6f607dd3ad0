package io.cybervpn.infrastructure.payment.cryptobot;

import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Paid invoices as Crypto Pay lists them. It cannot filter by time, and lists by when an invoice
 * was made, which may be a month before it was paid: the list is read until it is older than that.
 */
@Singleton
final class CryptoBotStatement implements ProviderStatement {
    private static final Duration PAYABLE_MAX = Duration.ofDays(32);

    private final CryptoPayClient client;

    @Inject
    CryptoBotStatement(CryptoPayClient client) {
        this.client = client;
    }

    @Override
    public Uni<Page> paid(Instant from, Instant to, Optional<String> cursor) {
        int offset = cursor.map(Integer::parseInt).orElse(0);
        return Remote.outsideUnitOfWork(() -> client.getInvoices(GetInvoicesJson.paid(offset)))
                .onFailure(CryptoBotGateway::noAnswer)
                .transform(CryptoBotGateway::unavailable)
                .map(CryptoBotGateway::invoices)
                .map(invoices -> page(invoices, from, to, offset));
    }

    private static Page page(List<CryptoInvoice> invoices, Instant from, Instant to, int offset) {
        List<Receipt> receipts =
                invoices.stream()
                        .map(CryptoBotStatement::receipt)
                        .filter(receipt -> !receipt.paidAt().isBefore(from))
                        .filter(receipt -> receipt.paidAt().isBefore(to))
                        .toList();
        List<Fee> fees = invoices.stream().flatMap(invoice -> invoice.fee().stream()).toList();
        return new Page(receipts, fees, next(invoices, from, offset));
    }

    private static Receipt receipt(CryptoInvoice invoice) {
        return invoice.receipt()
                .orElseThrow(
                        () ->
                                new GatewayUnavailable(
                                        "Crypto Pay lists a paid invoice without its payment"));
    }

    private static Optional<String> next(List<CryptoInvoice> invoices, Instant from, int offset) {
        boolean last =
                invoices.size() < GetInvoicesJson.COUNT_MAX
                        || CryptoPaySearch.isPast(invoices, from.minus(PAYABLE_MAX));
        return last
                ? Optional.empty()
                : Optional.of(String.valueOf(offset + GetInvoicesJson.COUNT_MAX));
    }
}
