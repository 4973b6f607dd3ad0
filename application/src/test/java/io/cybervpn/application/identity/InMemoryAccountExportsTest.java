package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.cybervpn.domain.identity.repository.Accounts;

class InMemoryAccountExportsTest extends AccountExportsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccounts accounts = new InMemoryAccounts(unitOfWork);
    private final InMemoryAccountExports exports = new InMemoryAccountExports(unitOfWork);

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected AccountExports exports() {
        return exports;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
