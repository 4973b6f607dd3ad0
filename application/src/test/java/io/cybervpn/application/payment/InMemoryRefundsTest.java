package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.Refunds;

class InMemoryRefundsTest extends RefundsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
    private final InMemoryRefunds refunds = new InMemoryRefunds(unitOfWork, _ -> PRICE);

    @Override
    protected Refunds refunds() {
        return refunds;
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
