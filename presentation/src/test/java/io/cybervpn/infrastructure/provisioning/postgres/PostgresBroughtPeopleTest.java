package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.imports.Brought;
import io.cybervpn.application.provisioning.imports.BroughtPeople;
import io.cybervpn.application.provisioning.imports.BroughtPeopleContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** PostgreSQL keeps the contract of people from other shops. */
@QuarkusTest
class PostgresBroughtPeopleTest extends BroughtPeopleContract {
    @Inject BroughtPeople people;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected BroughtPeople people() {
        return people;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected Uni<Void> takeBack(Brought brought) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "delete from brought_person where id = :id")
                                        .setParameter("id", brought.id())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
