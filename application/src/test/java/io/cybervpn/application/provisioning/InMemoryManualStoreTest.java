package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.domain.provisioning.repository.StaffTasks;

class InMemoryManualStoreTest extends ManualStoreContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);
    private final InMemoryStaffTasks tasks = new InMemoryStaffTasks(unitOfWork, accesses);
    private final InMemoryManualServices services =
            new InMemoryManualServices(unitOfWork, accesses, tasks);

    @Override
    protected StaffTasks tasks() {
        return tasks;
    }

    @Override
    protected ManualServices services() {
        return services;
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
