package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;

class InMemorySavedMethodsTest extends SavedMethodsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
    private final InMemorySavedMethods methods = new InMemorySavedMethods(unitOfWork);

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected SavedMethods methods() {
        return methods;
    }
}
