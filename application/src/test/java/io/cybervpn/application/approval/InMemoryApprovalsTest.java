package io.cybervpn.application.approval;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.approval.repository.Approvals;

class InMemoryApprovalsTest extends ApprovalsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryApprovals approvals = new InMemoryApprovals(unitOfWork);

    @Override
    protected Approvals approvals() {
        return approvals;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
