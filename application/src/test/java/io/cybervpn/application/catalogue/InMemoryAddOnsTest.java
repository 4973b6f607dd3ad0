package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.repository.AddOns;

class InMemoryAddOnsTest extends AddOnsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAddOns addOns = new InMemoryAddOns(unitOfWork);

    @Override
    protected AddOns addOns() {
        return addOns;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
