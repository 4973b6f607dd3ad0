package io.cybervpn.infrastructure.appstore.revenuecat;

import io.cybervpn.application.appstore.port.StoreRecords;
import io.cybervpn.application.appstore.port.StoreUnavailable;
import io.cybervpn.domain.appstore.model.Environment;
import io.cybervpn.domain.appstore.model.Reading;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** What RevenueCat says of customers. */
@Singleton
final class RevenueCatRecords implements StoreRecords {
    private final RevenueCatSettings settings;
    private final RevenueCatClient client;

    @Inject
    RevenueCatRecords(RevenueCatSettings settings, RevenueCatClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public boolean configured() {
        return settings.configured();
    }

    @Override
    public Environment shop() {
        return settings.environment();
    }

    @Override
    public Uni<Reading> read(String appUser) {
        return Remote.outsideUnitOfWork(() -> client.read(appUser))
                .onFailure(RevenueCatRecords::isOutage)
                .transform(RevenueCatRecords::unavailable);
    }

    /** A timeout or an open circuit; a bug of ours stays what it is. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof FaultToleranceException;
    }

    private static StoreUnavailable unavailable(Throwable failure) {
        return new StoreUnavailable("RevenueCat: " + failure.getClass().getSimpleName());
    }
}
