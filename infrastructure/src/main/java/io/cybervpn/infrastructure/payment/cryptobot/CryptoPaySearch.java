package io.cybervpn.infrastructure.payment.cryptobot;

import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds invoices by our own reference. Crypto Pay cannot filter by it, so the list is read page by
 * page, until all of it is read or, where it runs from new to old, until it is older than what we
 * look for.
 */
@Singleton
final class CryptoPaySearch {
    private static final int PAGES_MAX = 100;

    /** Their clock is not ours. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(10);

    private final CryptoPayClient client;

    @Inject
    CryptoPaySearch(CryptoPayClient client) {
        this.client = client;
    }

    /** What to look for, and what was found so far. */
    private record Hunt(Set<PaymentId> payments, Instant oldest, List<FoundInvoice> found) {}

    /** All invoices of these payments; fails with {@link GatewayUnavailable} if that is unsure. */
    Uni<List<FoundInvoice>> find(Set<PaymentId> payments, Instant madeSince) {
        return readFrom(0, new Hunt(payments, madeSince.minus(CLOCK_MARGIN), new ArrayList<>()));
    }

    private Uni<List<FoundInvoice>> readFrom(int page, Hunt hunt) {
        if (page == PAGES_MAX) {
            return Uni.createFrom()
                    .failure(new GatewayUnavailable("Crypto Pay has too many invoices to look in"));
        }
        return client.getInvoices(GetInvoicesJson.any(page * GetInvoicesJson.COUNT_MAX))
                .map(CryptoBotGateway::invoices)
                .chain(
                        invoices ->
                                keep(invoices, hunt)
                                        ? Uni.createFrom().item(List.copyOf(hunt.found()))
                                        : readFrom(page + 1, hunt));
    }

    /** Keeps what is ours; true when nothing more can come. */
    private static boolean keep(List<CryptoInvoice> invoices, Hunt hunt) {
        invoices.forEach(invoice -> found(invoice, hunt.payments()).ifPresent(hunt.found()::add));
        return invoices.size() < GetInvoicesJson.COUNT_MAX || isPast(invoices, hunt.oldest());
    }

    private static Optional<FoundInvoice> found(CryptoInvoice invoice, Set<PaymentId> payments) {
        return invoice.payment()
                .filter(payments::contains)
                .map(
                        payment ->
                                new FoundInvoice(
                                        payment,
                                        invoice.invoice()
                                                .orElseThrow(
                                                        () ->
                                                                new GatewayUnavailable(
                                                                        "Crypto Pay lists half an invoice")),
                                        CryptoBotGateway.certain(invoice)));
    }

    /** Whether the list runs from new to old and has come to what is older than this. */
    static boolean isPast(List<CryptoInvoice> invoices, Instant oldest) {
        Optional<Instant> first = invoices.getFirst().createdAt();
        Optional<Instant> last = invoices.getLast().createdAt();
        return last.filter(time -> time.isBefore(oldest)).isPresent()
                && first.filter(time -> time.isAfter(last.get())).isPresent();
    }
}
