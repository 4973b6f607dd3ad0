package io.cybervpn.infrastructure.renewal.appstore;

import io.cybervpn.application.appstore.HoldStoreService;
import io.cybervpn.application.renewal.port.KeptByStores;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks appstore, whose services have the ids of their subscriptions. */
@Singleton
final class KeptByStoresBridge implements KeptByStores {
    private final HoldStoreService holdStoreService;

    @Inject
    KeptByStoresBridge(HoldStoreService holdStoreService) {
        this.holdStoreService = holdStoreService;
    }

    @Override
    public Uni<Boolean> keep(SubscriptionId subscription) {
        return holdStoreService
                .execute(new HoldStoreService.Query(new StoreServiceId(subscription.value())))
                .map(Optional::isPresent);
    }
}
