package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.application.catalogue.port.PlansOnSale;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The shelf, read at most once in some seconds whatever the number of those who look. */
@Singleton
final class CachedPlansOnSale implements PlansOnSale {
    private static final String THE_SHELF = "shelf";

    private final Cache cache;
    private final PostgresCatalogueLists lists;

    @Inject
    CachedPlansOnSale(@CacheName("plans-on-sale") Cache cache, PostgresCatalogueLists lists) {
        this.cache = cache;
        this.lists = lists;
    }

    @Override
    public Uni<Shelf> shelf() {
        return cache.getAsync(THE_SHELF, _ -> lists.plansOnSale().map(Shelf::new));
    }

    @Override
    public Uni<Void> forget() {
        return cache.invalidate(THE_SHELF);
    }
}
