package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
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
 * Tells other contexts for how long access goes on after the end of a subscription. Joins the
 * caller's unit of work. For our own code, not for requests.
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

    /** So long; zero for most. */
    public record Result(Duration grace) {}

    /** Answers: what its period was promised, or will be as soon as it is watched. */
    public Uni<Result> execute(Query query) {
        return unitOfWork.run(() -> find(query.subscription()));
    }

    private Uni<Result> find(SubscriptionSnapshot subscription) {
        return cycles.find(new PeriodKey(subscription.id(), subscription.expireAt()))
                .map(found -> found.map(Cycle::graceDays))
                .chain(promised -> days(promised, subscription))
                .map(days -> new Result(Duration.ofDays(days)));
    }

    private Uni<Integer> days(Optional<Integer> promised, SubscriptionSnapshot subscription) {
        return promised.map(days -> Uni.createFrom().item(days))
                .orElseGet(
                        () ->
                                policies.of(subscription.plan(), subscription.account())
                                        .map(
                                                policy ->
                                                        policy.graceAt(
                                                                subscription.expireAt(),
                                                                clock.instant())));
    }
}
