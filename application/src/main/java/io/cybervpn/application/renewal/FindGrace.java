package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells other contexts for how long access goes on after the end of a subscription, and what is
 * given then and after traffic was used up. Joins the caller's unit of work. For our own code, not
 * for requests.
 */
@Singleton
public final class FindGrace {
    private final UnitOfWork unitOfWork;
    private final Cycles cycles;
    private final DunningPolicies policies;
    private final Clock clock;

    @Inject
    public FindGrace(UnitOfWork unitOfWork, Cycles cycles, DunningPolicies policies, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.cycles = cycles;
        this.policies = policies;
        this.clock = clock;
    }

    /** Of which. */
    public record Query(SubscriptionSnapshot subscription) {}

    /**
     * So it is.
     *
     * @param grace zero for most
     * @param service that is given in grace; empty: after an end all of the plan, and nothing after
     *     traffic was used up
     */
    public record Result(Duration grace, Optional<GraceService> service) {}

    /** Answers: what its period was promised, or will be as soon as it is watched. */
    public Uni<Result> execute(Query query) {
        return unitOfWork.run(() -> find(query.subscription()));
    }

    private Uni<Result> find(SubscriptionSnapshot subscription) {
        return cycles.find(new PeriodKey(subscription.id(), subscription.expireAt()))
                .map(found -> found.map(Cycle::graceDays))
                .chain(
                        promised ->
                                policies.of(subscription.plan(), subscription.account())
                                        .map(policy -> answer(promised, policy, subscription)));
    }

    private Result answer(
            Optional<Integer> promised, DunningPolicy policy, SubscriptionSnapshot subscription) {
        int days =
                promised.orElseGet(() -> policy.graceAt(subscription.expireAt(), clock.instant()));
        return new Result(Duration.ofDays(days), policy.graceService());
    }
}
