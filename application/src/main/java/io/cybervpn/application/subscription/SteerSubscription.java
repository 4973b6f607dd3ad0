package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.subscription.HoldRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.model.Held;
import io.cybervpn.domain.subscription.model.Holds;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Staff take a subscription out of service, put it back, or take it away for good (R52, R53). Needs
 * {@link Permission#SUBSCRIPTIONS_WRITE}; audited. Repeatable.
 */
@Singleton
public final class SteerSubscription {
    private final UnitOfWork unitOfWork;
    private final HoldDesk holds;
    private final PlanKeepers keepers;
    private final AuditTrail audit;

    @Inject
    SteerSubscription(
            UnitOfWork unitOfWork, HoldDesk holds, PlanKeepers keepers, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.holds = holds;
        this.keepers = keepers;
        this.audit = audit;
    }

    /** What is done. */
    public sealed interface Steer {
        /**
         * Out of service.
         *
         * @param timeRuns whether its time is used up all the same
         */
        record Suspend(boolean timeRuns) implements Steer {}

        /** Back into service. */
        record Unsuspend() implements Steer {}

        /** Away; only a purchase brings it back. */
        record Terminate() implements Steer {}
    }

    /**
     * The deed.
     *
     * @param version as the actor saw it; empty: whatever it is now
     * @param reason when it is not the request's
     */
    public record Command(
            Actor actor,
            SubscriptionId subscription,
            Steer steer,
            Optional<Long> version,
            Optional<String> reason) {
        /** With the reason of the request. */
        public Command(
                Actor actor, SubscriptionId subscription, Steer steer, Optional<Long> version) {
            this(actor, subscription, steer, version, Optional.empty());
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /** It is so now, perhaps since before. */
        record Done(SubscriptionSnapshot subscription) implements Result {}

        /** It cannot be. */
        record Refused(HoldRefusal reason) implements Result {}

        /** Somebody changed it meanwhile. */
        record Stale(long current) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Steers. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.SUBSCRIPTIONS_WRITE)
                ? unitOfWork.run(() -> unlessKept(command))
                : answer(new Result.Forbidden());
    }

    /** The time of a subscription that others charge for cannot stand still. */
    private Uni<Result> unlessKept(Command command) {
        return command.steer() instanceof Steer.Suspend(var runs) && !runs
                ? keepers.refusal(command.subscription())
                        .chain(
                                keeper ->
                                        keeper.map(one -> refuse(reason(one)))
                                                .orElseGet(() -> lock(command)))
                : lock(command);
    }

    /** The same in the words of holds. */
    static HoldRefusal reason(PlanChangeRefusal keeper) {
        return keeper == PlanChangeRefusal.KEPT_BY_STORE
                ? HoldRefusal.KEPT_BY_STORE
                : HoldRefusal.CHARGED_BY_PROVIDER;
    }

    private Uni<Result> lock(Command command) {
        return holds.lock(command.subscription())
                .chain(
                        found ->
                                found.map(known -> steer(known, command))
                                        .orElseGet(
                                                () -> refuse(HoldRefusal.SUBSCRIPTION_NOT_FOUND)));
    }

    private Uni<Result> steer(HoldDesk.Known known, Command command) {
        if (command.version().filter(seen -> seen != known.version()).isPresent()) {
            return answer(new Result.Stale(known.version()));
        }
        return switch (decide(known, command.steer())) {
            case Holds.Answer.Refused(var reason) -> refuse(reason);
            case Holds.Answer.Done(var held) ->
                    holds.keep(held)
                            .chain(() -> record(known.current(), held, command))
                            .replaceWith(new Result.Done(held.subscription().snapshot()));
        };
    }

    private Holds.Answer decide(HoldDesk.Known known, Steer steer) {
        Holds.Moment moment = holds.moment();
        return switch (steer) {
            case Steer.Suspend(var runs) ->
                    Holds.suspend(known.current(), known.past(), moment, runs);
            case Steer.Unsuspend() -> Holds.unsuspend(known.current(), known.past(), moment);
            case Steer.Terminate() ->
                    new Holds.Answer.Done(Holds.end(known.current(), known.past(), moment));
        };
    }

    /** What changed nothing is not noted. */
    private Uni<Void> record(Subscription before, Held held, Command command) {
        return held.events().isEmpty()
                ? Uni.createFrom().voidItem()
                : audit.append(entry(before, held, command));
    }

    private static AuditTrail.Entry entry(Subscription before, Held held, Command command) {
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                                command.actor(),
                                action(command.steer()),
                                "subscription",
                                command.subscription().value())
                        .with(Changes.between(fields(before), fields(held.subscription())));
        return command.reason().map(entry::because).orElse(entry);
    }

    private static Map<String, ?> fields(Subscription subscription) {
        return Map.of(
                "status",
                subscription.status().code(),
                "expireAt",
                subscription.expireAt(),
                "timeStands",
                subscription.standsStill());
    }

    private static String action(Steer steer) {
        return switch (steer) {
            case Steer.Suspend _ -> "subscription.suspend";
            case Steer.Unsuspend _ -> "subscription.unsuspend";
            case Steer.Terminate _ -> "subscription.terminate";
        };
    }

    private static Uni<Result> refuse(HoldRefusal reason) {
        return answer(new Result.Refused(reason));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
