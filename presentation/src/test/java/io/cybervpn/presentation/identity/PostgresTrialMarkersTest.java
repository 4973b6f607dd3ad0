package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.TrialMarkersContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.TrialMarkers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresTrialMarkersTest extends TrialMarkersContract {
    @Inject TrialMarkers markers;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected TrialMarkers markers() {
        return markers;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
