package io.cybervpn.presentation.ledger;

import io.cybervpn.application.ledger.ContributionsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** PostgreSQL keeps the contract of contributions. */
@QuarkusTest
class PostgresContributionsTest extends ContributionsContract {
    @Inject Contributions contributions;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Contributions contributions() {
        return contributions;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
