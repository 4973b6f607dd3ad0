package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Mandates;
import io.cybervpn.domain.payment.repository.Payments;

/** The store in memory keeps the contract. */
class InMemoryMandatesTest extends MandatesContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryMandates mandates = new InMemoryMandates(unitOfWork);
    private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);

    @Override
    protected Mandates mandates() {
        return mandates;
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
