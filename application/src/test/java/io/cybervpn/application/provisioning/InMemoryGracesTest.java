package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;

class InMemoryGracesTest extends GracesContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);
    private final InMemoryTrafficMeters meters = new InMemoryTrafficMeters(unitOfWork, accesses);

    @Override
    protected Graces graces() {
        return meters.graces();
    }

    @Override
    protected TrafficMeters meters() {
        return meters;
    }

    @Override
    protected Accesses accesses() {
        return accesses;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
