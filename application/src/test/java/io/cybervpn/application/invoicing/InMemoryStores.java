package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.InMemoryUnitOfWork;

/** All of invoicing in memory. */
final class InMemoryStores {
    private InMemoryStores() {}

    static InvoicingStores.Stores fresh() {
        InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
        InMemoryInvoices invoices = new InMemoryInvoices(unitOfWork);
        return new InvoicingStores.Stores(
                unitOfWork,
                invoices,
                new InMemoryCreditNotes(unitOfWork),
                new InMemoryDocumentNumbers(unitOfWork),
                new InMemoryTaxRates(unitOfWork),
                new InMemoryParties(unitOfWork),
                new InMemoryPayLinks(unitOfWork, invoices));
    }
}
