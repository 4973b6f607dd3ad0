package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;

/** Memory keeps the contract. */
class InMemoryBroughtPeopleTest extends BroughtPeopleContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryBroughtPeople people = new InMemoryBroughtPeople(unitOfWork);

    @Override
    protected BroughtPeople people() {
        return people;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
