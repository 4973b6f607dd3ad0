package io.cybervpn.application.invoicing;

import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Tells payments for an invoice of staff, which gives no time, from payments for orders. */
@Singleton
public final class FindInvoiceSale {
    private final Invoices invoices;

    @Inject
    public FindInvoiceSale(Invoices invoices) {
        this.invoices = invoices;
    }

    /**
     * About what.
     *
     * @param subject what a payment is for
     */
    public record Query(UUID subject) {}

    /** Whether it is an invoice. Only for an open unit of work; changes nothing. */
    public Uni<Boolean> execute(Query query) {
        return invoices.accountOf(new InvoiceId(query.subject())).map(Optional::isPresent);
    }
}
