package io.cybervpn.presentation.approval;

import io.cybervpn.application.approval.ApprovalsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.approval.repository.Approvals;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresApprovalsTest extends ApprovalsContract {
    @Inject Approvals approvals;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Approvals approvals() {
        return approvals;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
