package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.cybervpn.domain.payment.repository.BankTransfers;

class InMemoryBankTransfersTest extends BankTransfersContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryBankTransfers transfers = new InMemoryBankTransfers(unitOfWork);
    private final InMemoryBankReturns returns = new InMemoryBankReturns(unitOfWork);

    @Override
    protected BankTransfers transfers() {
        return transfers;
    }

    @Override
    protected BankReturns returns() {
        return returns;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
