package io.cybervpn.infrastructure.approval;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.approval.port.ApprovedDeeds;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds deeds among the beans; lazily, since deeds themselves may ask for approvals. */
@Singleton
final class CdiApprovedDeeds implements ApprovedDeeds {
    private final Instance<ApprovedDeed> deeds;

    @Inject
    CdiApprovedDeeds(@Any Instance<ApprovedDeed> deeds) {
        this.deeds = deeds;
    }

    @Override
    public Optional<ApprovedDeed> find(String kind) {
        return deeds.stream().filter(deed -> deed.kind().equals(kind)).findFirst();
    }
}
