package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Adoptions;

/** Memory keeps the contract. */
class InMemoryAdoptionsTest extends AdoptionsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAdoptions adoptions = new InMemoryAdoptions(unitOfWork);

    @Override
    protected Adoptions adoptions() {
        return adoptions;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
