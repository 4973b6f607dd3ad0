package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.HoldRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.model.Holds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * A customer lets his paused subscription go on: it is served again, and ends as much later as it
 * rested. A second call is refused and changes nothing.
 */
@Singleton
public final class ResumeSubscription {
    private final UnitOfWork unitOfWork;
    private final HoldDesk holds;

    @Inject
    ResumeSubscription(UnitOfWork unitOfWork, HoldDesk holds) {
        this.unitOfWork = unitOfWork;
        this.holds = holds;
    }

    /** Whose, and which. */
    public record Command(Actor actor, SubscriptionId subscription) {}

    /** What came of it. */
    public sealed interface Result {
        /** It goes on. */
        record Resumed(SubscriptionSnapshot subscription) implements Result {}

        /** It does not. */
        record Refused(HoldRefusal reason) implements Result {}
    }

    /** Resumes. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(owner -> unitOfWork.run(() -> lock(owner, command.subscription())))
                .orElseGet(() -> refuse(HoldRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    private Uni<Result> lock(AccountId owner, SubscriptionId id) {
        return holds.lock(id)
                .map(found -> found.filter(one -> isOf(one, owner)))
                .chain(this::resume);
    }

    private static boolean isOf(HoldDesk.Known known, AccountId owner) {
        return known.current().service().account().equals(owner);
    }

    private Uni<Result> resume(Optional<HoldDesk.Known> found) {
        return found.map(one -> Holds.resume(one.current(), one.past(), holds.moment()))
                .map(this::store)
                .orElseGet(() -> refuse(HoldRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    private Uni<Result> store(Holds.Answer answer) {
        return switch (answer) {
            case Holds.Answer.Refused(var reason) -> refuse(reason);
            case Holds.Answer.Done(var held) ->
                    holds.keep(held)
                            .replaceWith(new Result.Resumed(held.subscription().snapshot()));
        };
    }

    private static Uni<Result> refuse(HoldRefusal reason) {
        return Uni.createFrom().item(new Result.Refused(reason));
    }
}
