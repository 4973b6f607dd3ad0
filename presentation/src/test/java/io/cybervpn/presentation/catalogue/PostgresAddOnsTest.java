package io.cybervpn.presentation.catalogue;

import io.cybervpn.application.catalogue.AddOnsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.repository.AddOns;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** PostgreSQL keeps the contract of add-ons. */
@QuarkusTest
class PostgresAddOnsTest extends AddOnsContract {
    @Inject AddOns addOns;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected AddOns addOns() {
        return addOns;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
