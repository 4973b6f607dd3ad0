package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;

class InMemoryAuditTest extends AuditContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAudit audit = new InMemoryAudit(unitOfWork);

    @Override
    protected AuditTrail trail() {
        return audit;
    }

    @Override
    protected AuditLog log() {
        return audit;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
