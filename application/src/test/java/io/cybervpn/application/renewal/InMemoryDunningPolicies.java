package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Policies in memory. */
public final class InMemoryDunningPolicies implements DunningPolicies {
    private final InMemoryTable<Scope, ScopedPolicy> policies;

    public InMemoryDunningPolicies(InMemoryUnitOfWork unitOfWork) {
        this.policies = unitOfWork.table();
    }

    @Override
    public Uni<DunningPolicy> of(PlanId plan, AccountId account) {
        return Uni.createFrom()
                .item(
                        () ->
                                policies.get(new Scope.OfCustomer(account))
                                        .or(() -> policies.get(new Scope.OfPlan(plan)))
                                        .or(() -> policies.get(new Scope.Everybody()))
                                        .map(ScopedPolicy::policy)
                                        .orElse(DunningPolicy.STANDARD));
    }

    @Override
    public Uni<List<ScopedPolicy>> all(int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                policies.all().stream()
                                        .sorted(Comparator.comparing(one -> rank(one.scope())))
                                        .limit(limit)
                                        .toList());
    }

    private static int rank(Scope scope) {
        return switch (scope) {
            case Scope.Everybody _ -> 0;
            case Scope.OfPlan _ -> 1;
            case Scope.OfCustomer _ -> 2;
        };
    }

    @Override
    public Uni<Optional<ScopedPolicy>> lock(Scope scope) {
        return Uni.createFrom().item(() -> policies.get(scope));
    }

    @Override
    public Uni<Boolean> put(ScopedPolicy policy, Instant now) {
        return Uni.createFrom().item(() -> putNow(policy));
    }

    private boolean putNow(ScopedPolicy policy) {
        long known = policies.get(policy.scope()).map(ScopedPolicy::version).orElse(0L);
        boolean next = policy.version() == known + 1;
        if (next) {
            policies.put(policy.scope(), policy);
        }
        return next;
    }

    @Override
    public Uni<Void> remove(Scope scope) {
        return Uni.createFrom().voidItem().invoke(() -> policies.remove(scope));
    }
}
