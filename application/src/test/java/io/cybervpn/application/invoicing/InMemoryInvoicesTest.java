package io.cybervpn.application.invoicing;

class InMemoryInvoicesTest extends InvoicesContract {
    private final Stores stores = InMemoryStores.fresh();

    @Override
    protected Stores stores() {
        return stores;
    }
}
