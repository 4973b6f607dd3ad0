package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.renewal.repository.DunningPolicies;

class InMemoryRenewalsTest extends RenewalsContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryCycles cycles = new InMemoryCycles(unitOfWork);
    private final InMemoryAutoRenewals renewals = new InMemoryAutoRenewals(unitOfWork);
    private final InMemoryDunningPolicies policies = new InMemoryDunningPolicies(unitOfWork);

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected Cycles cycles() {
        return cycles;
    }

    @Override
    protected AutoRenewals renewals() {
        return renewals;
    }

    @Override
    protected DunningPolicies policies() {
        return policies;
    }
}
