package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.TrialMarkers;

class InMemoryTrialMarkersTest extends TrialMarkersContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryTrialMarkers markers = new InMemoryTrialMarkers(unitOfWork);

    @Override
    protected TrialMarkers markers() {
        return markers;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
