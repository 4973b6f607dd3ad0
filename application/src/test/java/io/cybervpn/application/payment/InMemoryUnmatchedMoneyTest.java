package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;

class InMemoryUnmatchedMoneyTest extends UnmatchedMoneyContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUnmatchedMoney unmatched = new InMemoryUnmatchedMoney(unitOfWork);

    @Override
    protected UnmatchedMoney unmatched() {
        return unmatched;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
