package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;

/** Memory keeps the contract. */
class InMemoryBulkJobsTest extends BulkJobsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryBulkJobs jobs =
            new InMemoryBulkJobs(unitOfWork, new InMemorySubscriptions(unitOfWork));

    @Override
    protected BulkJobs jobs() {
        return jobs;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
