package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.DeviceNotes;

class InMemoryDeviceNotesTest extends DeviceNotesContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);
    private final InMemoryDeviceNotes notes = new InMemoryDeviceNotes(unitOfWork, accesses);

    @Override
    protected DeviceNotes notes() {
        return notes;
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
