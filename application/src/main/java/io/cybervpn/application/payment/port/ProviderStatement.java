package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a provider says it took for us, whether we know of it or not. Reads only. */
public interface ProviderStatement {
    /**
     * Paid invoices, page by page.
     *
     * @param fees of those invoices, where the provider tells them
     * @param next where the next page starts; empty on the last one
     */
    record Page(List<Receipt> receipts, List<Fee> fees, Optional<String> next) {
        /** Copies the lists. */
        public Page {
            receipts = List.copyOf(receipts);
            fees = List.copyOf(fees);
        }
    }

    /**
     * What the provider kept of an invoice.
     *
     * @param reference the provider's id of the invoice
     * @param amount more than zero, of the asset that the invoice was in
     */
    record Fee(String reference, Money amount) {}

    /**
     * What was paid in this time; a page may be empty and not the last. Fails with {@link
     * GatewayUnavailable} when it cannot be said for sure. Never in a unit of work.
     *
     * @param cursor empty to begin, else {@link Page#next}
     */
    Uni<Page> paid(Instant from, Instant to, Optional<String> cursor);
}
