package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Removals;

class InMemoryRemovalsTest extends RemovalsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);
    private final InMemoryRemovals removals = new InMemoryRemovals(unitOfWork, accesses);

    @Override
    protected Accesses accesses() {
        return accesses;
    }

    @Override
    protected Removals removals() {
        return removals;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
