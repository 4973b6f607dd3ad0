package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;

class InMemoryAccessesTest extends AccessesContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);

    @Override
    protected Accesses accesses() {
        return accesses;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
