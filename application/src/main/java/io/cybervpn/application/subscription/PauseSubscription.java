package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.HoldRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.model.Holds;
import io.cybervpn.domain.subscription.model.PausePolicy;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer lets his subscription rest: nothing is served, and its time stands still, at most as
 * long as the shop allows. A second call is refused and changes nothing.
 */
@Singleton
public final class PauseSubscription {
    private final UnitOfWork unitOfWork;
    private final HoldDesk holds;
    private final PlanKeepers keepers;
    private final PausePolicy policy;

    @Inject
    PauseSubscription(
            UnitOfWork unitOfWork, HoldDesk holds, PlanKeepers keepers, PauseSettings settings) {
        this.unitOfWork = unitOfWork;
        this.holds = holds;
        this.keepers = keepers;
        this.policy = settings.policy();
    }

    /** Whose, and which. */
    public record Command(Actor actor, SubscriptionId subscription) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * It rests.
         *
         * @param resumeBy when it is served again at the latest
         */
        record Paused(SubscriptionSnapshot subscription, Instant resumeBy) implements Result {}

        /** It does not. */
        record Refused(HoldRefusal reason) implements Result {}
    }

    /** Pauses. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(owner -> unitOfWork.run(() -> ask(owner, command.subscription())))
                .orElseGet(() -> refuse(HoldRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    private Uni<Result> ask(AccountId owner, SubscriptionId id) {
        return keepers.refusal(id)
                .chain(
                        keeper ->
                                holds.lock(id)
                                        .map(found -> found.filter(one -> isOf(one, owner)))
                                        .chain(
                                                found ->
                                                        pause(
                                                                found,
                                                                keeper.map(
                                                                        SteerSubscription
                                                                                ::reason))));
    }

    private static boolean isOf(HoldDesk.Known known, AccountId owner) {
        return known.current().service().account().equals(owner);
    }

    private Uni<Result> pause(Optional<HoldDesk.Known> found, Optional<HoldRefusal> keeper) {
        if (found.isEmpty()) {
            return refuse(HoldRefusal.SUBSCRIPTION_NOT_FOUND);
        }
        return keeper.map(PauseSubscription::refuse).orElseGet(() -> pause(found.get()));
    }

    private Uni<Result> pause(HoldDesk.Known known) {
        Holds.Moment moment = holds.moment();
        return switch (policy.ask(known.current(), known.past(), moment.at())) {
            case PausePolicy.Answer.Refused(var reason) -> refuse(reason);
            case PausePolicy.Answer.Until(var resumeBy) ->
                    store(Holds.pause(known.current(), moment, resumeBy), resumeBy);
        };
    }

    private Uni<Result> store(Holds.Answer answer, Instant resumeBy) {
        return switch (answer) {
            case Holds.Answer.Refused(var reason) -> refuse(reason);
            case Holds.Answer.Done(var held) ->
                    holds.keep(held).replaceWith(paused(held.subscription(), resumeBy));
        };
    }

    private static Result paused(Subscription subscription, Instant resumeBy) {
        return new Result.Paused(subscription.snapshot(), resumeBy);
    }

    private static Uni<Result> refuse(HoldRefusal reason) {
        return Uni.createFrom().item(new Result.Refused(reason));
    }
}
