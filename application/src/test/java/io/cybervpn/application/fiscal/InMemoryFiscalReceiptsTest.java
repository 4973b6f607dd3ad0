package io.cybervpn.application.fiscal;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.cybervpn.domain.payment.PaymentId;
import java.util.UUID;

class InMemoryFiscalReceiptsTest extends FiscalReceiptsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryFiscalReceipts receipts = new InMemoryFiscalReceipts(unitOfWork);

    @Override
    protected FiscalReceipts receipts() {
        return receipts;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected PaymentId payment() {
        return new PaymentId(UUID.randomUUID());
    }
}
