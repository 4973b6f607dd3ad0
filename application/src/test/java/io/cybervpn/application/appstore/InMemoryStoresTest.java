package io.cybervpn.application.appstore;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.identity.AccountId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

class InMemoryStoresTest extends StoresContract {
    private final Set<AccountId> accounts = new HashSet<>();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final StoreCustomers customers =
            new InMemoryStoreCustomers(unitOfWork, accounts::contains);
    private final StoreServices services = new InMemoryStoreServices(unitOfWork);
    private final StoreProducts products = new InMemoryStoreProducts(unitOfWork);

    @Override
    protected StoreCustomers customers() {
        return customers;
    }

    @Override
    protected StoreServices services() {
        return services;
    }

    @Override
    protected StoreProducts products() {
        return products;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected AccountId somebody() {
        AccountId fresh = new AccountId(UUID.randomUUID());
        accounts.add(fresh);
        return fresh;
    }
}
