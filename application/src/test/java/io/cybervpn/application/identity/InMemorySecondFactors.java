package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.domain.identity.repository.SecondFactors;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Second factors in memory. */
final class InMemorySecondFactors implements SecondFactors {
    private final InMemoryTable<AccountId, SecondFactor> factors;

    InMemorySecondFactors(InMemoryUnitOfWork unitOfWork) {
        this.factors = unitOfWork.table();
    }

    @Override
    public Uni<Optional<SecondFactor>> lock(AccountId account) {
        return Uni.createFrom().item(() -> factors.get(account));
    }

    @Override
    public Uni<Void> put(SecondFactor factor) {
        return Uni.createFrom().voidItem().invoke(() -> factors.put(factor.account(), factor));
    }

    @Override
    public Uni<Void> remove(AccountId account) {
        return Uni.createFrom().voidItem().invoke(() -> factors.remove(account));
    }
}
