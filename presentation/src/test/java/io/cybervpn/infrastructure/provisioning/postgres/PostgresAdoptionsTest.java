package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.AdoptionsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** PostgreSQL keeps the contract of adoptions. */
@QuarkusTest
class PostgresAdoptionsTest extends AdoptionsContract {
    @Inject Adoptions adoptions;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Adoptions adoptions() {
        return adoptions;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
