package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.ReturnInquiries;

class InMemoryReturnInquiriesTest extends ReturnInquiriesContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryReturnInquiries inquiries = new InMemoryReturnInquiries(unitOfWork);

    @Override
    protected ReturnInquiries inquiries() {
        return inquiries;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
