package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;

class InMemorySecurityEventsTest extends SecurityEventsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemorySecurityEvents events = new InMemorySecurityEvents(unitOfWork);

    @Override
    protected SecurityEvents events() {
        return events;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
