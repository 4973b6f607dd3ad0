package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.imports.BroughtPeople;
import io.cybervpn.application.provisioning.imports.ImportJobs;
import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.DeviceNotes;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Access goes with its subscription; only whose it is has to be noted here, and what a customer
 * called his devices, when he used how much and what staff handed over to him is forgotten with
 * him.
 */
@Singleton
public final class AccessOfAccount implements AccountFollower {
    private final Accesses accesses;
    private final DeviceNotes deviceNotes;
    private final TrafficMeters meters;
    private final ManualServices services;
    private final ImportJobs imports;
    private final BroughtPeople brought;

    @Inject
    AccessOfAccount(
            Accesses accesses,
            DeviceNotes deviceNotes,
            TrafficMeters meters,
            ManualServices services,
            ImportJobs imports,
            BroughtPeople brought) {
        this.accesses = accesses;
        this.deviceNotes = deviceNotes;
        this.meters = meters;
        this.services = services;
        this.imports = imports;
        this.brought = brought;
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return deviceNotes
                .forgetOf(gone)
                .chain(() -> meters.forgetOf(gone))
                .chain(() -> services.forgetOf(gone))
                .chain(() -> imports.forgetOf(gone));
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return accesses.reown(from, into)
                .chain(() -> imports.reown(from, into))
                .chain(() -> brought.reown(from, into));
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return Uni.createFrom().item(List.of());
    }
}
