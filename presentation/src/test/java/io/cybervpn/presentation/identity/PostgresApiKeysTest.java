package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.keys.ApiKeysContract;
import io.cybervpn.application.identity.port.ApiKeyUses;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresApiKeysTest extends ApiKeysContract {
    @Inject ApiKeys keys;
    @Inject ApiKeyUses uses;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected ApiKeys keys() {
        return keys;
    }

    @Override
    protected ApiKeyUses uses() {
        return uses;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
