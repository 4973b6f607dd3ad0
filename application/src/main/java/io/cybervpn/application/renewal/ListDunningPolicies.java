package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Lists what holds around the ends of subscriptions. Needs {@link Permission#RENEWALS_READ}. */
@Singleton
public final class ListDunningPolicies {
    private static final int LIMIT = 500;

    private final UnitOfWork unitOfWork;
    private final DunningPolicies policies;

    @Inject
    ListDunningPolicies(UnitOfWork unitOfWork, DunningPolicies policies) {
        this.unitOfWork = unitOfWork;
        this.policies = policies;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /** What he sees. */
    public sealed interface Result {
        /** That for everybody first, then exceptions, at most 500 in all. */
        record Listed(List<DunningPolicyView> policies) implements Result {
            /** Copies the list. */
            public Listed {
                policies = List.copyOf(policies);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Lists them. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.RENEWALS_READ)
                ? unitOfWork.run(() -> policies.all(LIMIT)).map(ListDunningPolicies::listed)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private static Result listed(List<ScopedPolicy> stored) {
        List<DunningPolicyView> views = new ArrayList<>();
        if (stored.isEmpty() || !stored.getFirst().scope().equals(new Scope.Everybody())) {
            views.add(
                    DunningPolicyView.of(
                            new ScopedPolicy(new Scope.Everybody(), DunningPolicy.STANDARD, 0)));
        }
        stored.forEach(one -> views.add(DunningPolicyView.of(one)));
        return new Result.Listed(views);
    }
}
