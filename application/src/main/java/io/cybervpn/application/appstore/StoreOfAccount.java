package io.cybervpn.application.appstore;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What a store keeps goes with its owner. Of an erased one nothing is read any more, and what the
 * store tells of him is for staff; the store itself goes on charging until he ends it there.
 */
@Singleton
public final class StoreOfAccount implements AccountFollower {
    private final StoreCustomers customers;
    private final StoreServices services;

    @Inject
    StoreOfAccount(StoreCustomers customers, StoreServices services) {
        this.customers = customers;
        this.services = services;
    }

    @Override
    public int rank() {
        return 15;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return services.holdAll().chain(() -> customers.forget(gone));
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return services.holdAll()
                .chain(() -> customers.reown(from, into))
                .chain(() -> services.reown(from, into));
    }

    /** Its subscriptions are counted where subscriptions are. */
    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return Uni.createFrom().item(List.of());
    }
}
