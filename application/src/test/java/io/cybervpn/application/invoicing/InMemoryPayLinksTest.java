package io.cybervpn.application.invoicing;

class InMemoryPayLinksTest extends PayLinksContract {
    private final Stores stores = InMemoryStores.fresh();

    @Override
    protected Stores stores() {
        return stores;
    }
}
