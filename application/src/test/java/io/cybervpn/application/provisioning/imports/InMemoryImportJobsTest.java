package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;

/** Memory keeps the contract. */
class InMemoryImportJobsTest extends ImportJobsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryImportJobs jobs = new InMemoryImportJobs(unitOfWork);

    @Override
    protected ImportJobs jobs() {
        return jobs;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
