package io.cybervpn.application.appstore;

import io.cybervpn.application.appstore.port.StoreRecords;
import io.cybervpn.domain.appstore.model.Bringing.Known;
import io.cybervpn.domain.appstore.model.KeptPurchase;
import io.cybervpn.domain.appstore.model.Purchase;
import io.cybervpn.domain.appstore.model.Reading;
import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.appstore.model.StoreProduct;
import io.cybervpn.domain.appstore.model.StoreService;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Gathers what a reading is held against, in the open unit of work. */
@Singleton
final class KnownPurchases {
    private final StoreRecords records;
    private final StoreServices services;
    private final StoreProducts products;

    @Inject
    KnownPurchases(StoreRecords records, StoreServices services, StoreProducts products) {
        this.records = records;
        this.services = services;
        this.products = products;
    }

    private record Kept(List<StoreService> services, List<KeptPurchase> purchases) {}

    Uni<Known> of(StoreCustomer customer, Reading reading) {
        return services.of(
                        customer.account(),
                        reading.purchases().stream().map(Purchase::key).toList())
                .chain(this::kept)
                .chain(kept -> products.all().map(all -> known(customer, kept, all)));
    }

    private Uni<Kept> kept(List<StoreService> mine) {
        return services.purchasesOf(mine.stream().map(StoreService::id).toList())
                .map(purchases -> new Kept(mine, purchases));
    }

    private Known known(StoreCustomer customer, Kept kept, List<StoreProduct> all) {
        return new Known(customer, records.shop(), kept.services(), kept.purchases(), all);
    }
}
