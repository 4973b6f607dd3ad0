package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Changes what is done around the ends of subscriptions, for all or some, or takes an exception
 * back. Needs {@link Permission#RENEWALS_WRITE}; audited. It counts for a period from the next time
 * on that something of it is due.
 */
@Singleton
public final class SetDunningPolicy {
    private final UnitOfWork unitOfWork;
    private final DunningPolicies policies;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    SetDunningPolicy(
            UnitOfWork unitOfWork, DunningPolicies policies, AuditTrail audit, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What shall hold.
     *
     * @param version the one that he saw; 0 where there was none
     * @param days empty: what holds for others
     */
    public record Command(Actor actor, Scope scope, long version, Optional<DunningDays> days) {}

    /** What came of it. */
    public sealed interface Result {
        /** It holds. */
        record Set(DunningPolicyView policy) implements Result {}

        /** The exception is no more. */
        record Removed() implements Result {}

        /** Somebody was quicker; look again. */
        record Stale(long currentVersion) implements Result {}

        /** It would take away what is still served. */
        record OutOfOrder() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Sets it. Repeating it with the same version is refused as stale. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.RENEWALS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        Optional<DunningPolicy> policy = command.days().flatMap(DunningDays::toPolicy);
        if (command.days().isPresent() && policy.isEmpty()) {
            return answer(new Result.OutOfOrder());
        }
        return unitOfWork.run(
                () ->
                        policies.lock(command.scope())
                                .chain(found -> compare(found, command, policy)));
    }

    private Uni<Result> compare(
            Optional<ScopedPolicy> found, Command command, Optional<DunningPolicy> policy) {
        long current = found.map(ScopedPolicy::version).orElse(0L);
        if (current != command.version()) {
            return answer(new Result.Stale(current));
        }
        return policy.map(next -> put(found, command, next))
                .orElseGet(() -> remove(found, command));
    }

    private Uni<Result> put(Optional<ScopedPolicy> found, Command command, DunningPolicy policy) {
        ScopedPolicy next = new ScopedPolicy(command.scope(), policy, command.version() + 1);
        return policies.put(next, clock.instant())
                .chain(
                        stored ->
                                stored
                                        ? record(
                                                        command,
                                                        Changes.between(
                                                                fields(found),
                                                                fields(Optional.of(next))))
                                                .replaceWith(
                                                        new Result.Set(DunningPolicyView.of(next)))
                                        : answer(new Result.Stale(1)));
    }

    private Uni<Result> remove(Optional<ScopedPolicy> found, Command command) {
        return policies.remove(command.scope())
                .chain(() -> record(command, Changes.removed(fields(found))))
                .replaceWith(new Result.Removed());
    }

    private Uni<Void> record(Command command, Changes changes) {
        return audit.append(
                AuditTrail.Entry.of(
                                command.actor(),
                                "renewal.set_policy",
                                "dunning_policy",
                                command.scope().code())
                        .with(changes));
    }

    private static Map<String, Object> fields(Optional<ScopedPolicy> stored) {
        return stored.map(ScopedPolicy::policy)
                .map(
                        policy ->
                                Map.<String, Object>of(
                                        "remindDaysBefore", policy.remindDaysBefore(),
                                        "chargeDaysBefore", policy.chargeDaysBefore(),
                                        "retryDays", policy.retryDays(),
                                        "graceDays", policy.graceDays(),
                                        "terminateDays",
                                                policy.terminateDays()
                                                        .map(String::valueOf)
                                                        .orElse("never"),
                                        "graceService",
                                                policy.graceService()
                                                        .map(String::valueOf)
                                                        .orElse("none")))
                .orElseGet(Map::of);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
