package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.WaysContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.cybervpn.domain.identity.repository.EmailCodes;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.identity.repository.SecondFactors;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresWaysTest extends WaysContract {
    @Inject EmailCodes codes;
    @Inject DeepLinks browsers;
    @Inject Identities identities;
    @Inject SecondFactors factors;
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected EmailCodes codes() {
        return codes;
    }

    @Override
    protected DeepLinks browsers() {
        return browsers;
    }

    @Override
    protected Identities identities() {
        return identities;
    }

    @Override
    protected SecondFactors factors() {
        return factors;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
