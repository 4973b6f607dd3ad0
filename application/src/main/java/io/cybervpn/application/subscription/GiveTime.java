package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.subscription.FreeTimeRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.FreeTime;
import io.cybervpn.domain.subscription.model.Gift;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives a subscription days that nobody pays for, or takes some away (R53, R67). Needs {@link
 * Permission#SUBSCRIPTIONS_WRITE}; audited. Repeatable by the request key.
 */
@Singleton
public final class GiveTime {
    /** The most days at once. */
    public static final int DAYS_MAX = Gift.DAYS_MAX;

    private final UnitOfWork unitOfWork;
    private final HoldDesk holds;
    private final GiftDesk gifts;
    private final PlanKeepers keepers;
    private final Subscriptions subscriptions;

    @Inject
    GiveTime(
            UnitOfWork unitOfWork,
            HoldDesk holds,
            GiftDesk gifts,
            PlanKeepers keepers,
            Subscriptions subscriptions) {
        this.unitOfWork = unitOfWork;
        this.holds = holds;
        this.gifts = gifts;
        this.keepers = keepers;
        this.subscriptions = subscriptions;
    }

    /**
     * The deed.
     *
     * @param days -3650 to 3650, not 0; below zero: taken
     * @param requestKey the actor's key of this request, 1 to 255 characters
     * @param version as the actor saw it; empty: whatever it is now
     * @param reason when it is not the request's
     */
    public record Command(
            Actor actor,
            SubscriptionId subscription,
            int days,
            String requestKey,
            Optional<Long> version,
            Optional<String> reason) {
        /** With the reason of the request. */
        public Command(
                Actor actor,
                SubscriptionId subscription,
                int days,
                String requestKey,
                Optional<Long> version) {
            this(actor, subscription, days, requestKey, version, Optional.empty());
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /** It is given: now, or by the same request before. */
        record Given(GivenTime given) implements Result {}

        /** It is not. */
        record Refused(FreeTimeRefusal reason) implements Result {}

        /** The key served another deed. */
        record KeyReused() implements Result {}

        /** Somebody changed it meanwhile. */
        record Stale(long current) implements Result {}

        /** No days, or too many. */
        record OutOfRange() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Gives. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.SUBSCRIPTIONS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return Gift.isSound(command.days())
                ? unitOfWork.run(() -> once(command))
                : answer(new Result.OutOfRange());
    }

    private Uni<Result> once(Command command) {
        return gifts.before(key(command))
                .chain(
                        before ->
                                before.map(grant -> answer(repeated(grant, command)))
                                        .orElseGet(() -> lock(command)));
    }

    private static String key(Command command) {
        return GiftDesk.key(command.actor(), "give " + command.requestKey());
    }

    private static Result repeated(Grant grant, Command command) {
        return grant.subscription().equals(command.subscription())
                        && grant.gift().days() == command.days()
                ? new Result.Given(GivenTime.of(grant))
                : new Result.KeyReused();
    }

    private Uni<Result> lock(Command command) {
        return keepers.refusal(command.subscription())
                .chain(
                        keeper ->
                                keeper.equals(Optional.of(PlanChangeRefusal.KEPT_BY_STORE))
                                        ? refuse(FreeTimeRefusal.KEPT_BY_STORE)
                                        : holds.lock(command.subscription())
                                                .chain(found -> give(found, command)));
    }

    private Uni<Result> give(Optional<HoldDesk.Known> found, Command command) {
        return found.map(known -> give(known, command))
                .orElseGet(() -> refuse(FreeTimeRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    private Uni<Result> give(HoldDesk.Known known, Command command) {
        if (command.version().filter(seen -> seen != known.version()).isPresent()) {
            return answer(new Result.Stale(known.version()));
        }
        return switch (FreeTime.give(
                known.current(),
                known.past(),
                gifts.wish(key(command), command.days(), command.reason()))) {
            case FreeTime.Answer.Refused(var reason) -> refuse(reason);
            case FreeTime.Answer.Done(var granted) ->
                    gifts.keep(granted, command.actor(), subscriptions::save)
                            .map(grant -> repeated(grant, command));
        };
    }

    private static Uni<Result> refuse(FreeTimeRefusal reason) {
        return answer(new Result.Refused(reason));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
