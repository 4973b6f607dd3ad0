package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.port.ApiKeyUses;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.ApiKeys;

class InMemoryApiKeysTest extends ApiKeysContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryApiKeys keys = new InMemoryApiKeys(unitOfWork);

    @Override
    protected ApiKeys keys() {
        return keys;
    }

    @Override
    protected ApiKeyUses uses() {
        return keys;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
