package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.repository.Contributions;

class InMemoryContributionsTest extends ContributionsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryLedger ledger = new InMemoryLedger(unitOfWork);

    @Override
    protected Contributions contributions() {
        return ledger.contributions();
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
