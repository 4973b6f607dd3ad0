package io.cybervpn.application.payment;

import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Payments;

class InMemoryPaymentViewsTest extends PaymentViewsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
    private final InMemoryPaymentViews views = new InMemoryPaymentViews(payments);
    private final FixedIds ids = new FixedIds();

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected PaymentViews views() {
        return views;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected Ids ids() {
        return ids;
    }
}
