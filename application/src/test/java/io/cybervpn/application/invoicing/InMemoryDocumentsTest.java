package io.cybervpn.application.invoicing;

class InMemoryDocumentsTest extends DocumentsContract {
    private final Stores stores = InMemoryStores.fresh();

    @Override
    protected Stores stores() {
        return stores;
    }
}
