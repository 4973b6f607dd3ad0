package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.ledger.repository.Wallets;

class InMemoryWalletsTest extends WalletsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryLedger ledger = new InMemoryLedger(unitOfWork);

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected Wallets wallets() {
        return ledger.wallets();
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
