package io.cybervpn.application.subscription;

import io.cybervpn.application.catalogue.FindPlanTerms;
import io.cybervpn.application.ledger.HoldCustomer;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.PlanTerms;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.FreeTime;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Opens a subscription with what is left of time that another shop sold. No money is behind it:
 * nothing is booked, no figure counts it as a sale, no refund touches it. For our own code; joins
 * the caller's unit of work. Repeatable by the key.
 */
@Singleton
public final class AdoptSubscription {
    private final UnitOfWork unitOfWork;
    private final HoldCustomer holdCustomer;
    private final FindPlanTerms findPlanTerms;
    private final GiftDesk gifts;
    private final Subscriptions subscriptions;
    private final Clock clock;

    @Inject
    AdoptSubscription(
            UnitOfWork unitOfWork,
            HoldCustomer holdCustomer,
            FindPlanTerms findPlanTerms,
            GiftDesk gifts,
            Subscriptions subscriptions,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdCustomer = holdCustomer;
        this.findPlanTerms = findPlanTerms;
        this.gifts = gifts;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * The deed.
     *
     * @param what to open
     * @param end of the time that is left
     * @param key what makes it one, 1 to 400 characters; unique in the shop
     * @param reason as staff said
     */
    public record Command(Actor actor, Opening what, Instant end, String key, String reason) {}

    /**
     * What to open.
     *
     * @param id of the new subscription
     */
    public record Opening(SubscriptionId id, AccountId customer, PlanId plan) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is there: now, or by the same key before. */
        record Adopted(SubscriptionId subscription) implements Result {}

        /** There is no such customer, or his account has ended. */
        record NoSuchCustomer() implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** The time is over, or more than 100 years. */
        record OutOfRange() implements Result {}
    }

    /** Opens it. */
    public Uni<Result> execute(Command command) {
        return FreeTime.isAdoptable(command.end(), clock.instant())
                ? unitOfWork.run(() -> hold(command))
                : answer(new Result.OutOfRange());
    }

    private Uni<Result> hold(Command command) {
        return holdCustomer
                .execute(new HoldCustomer.Query(command.what().customer()))
                .chain(there -> there ? once(command) : answer(new Result.NoSuchCustomer()));
    }

    private Uni<Result> once(Command command) {
        return gifts.before(command.key())
                .chain(
                        before ->
                                before.map(grant -> answer(adopted(grant)))
                                        .orElseGet(() -> find(command)));
    }

    private static Result adopted(Grant grant) {
        return new Result.Adopted(grant.subscription());
    }

    private Uni<Result> find(Command command) {
        return findPlanTerms
                .execute(new FindPlanTerms.Query(command.what().plan()))
                .chain(
                        found ->
                                found.map(terms -> open(terms, command))
                                        .orElseGet(() -> answer(new Result.NoSuchPlan())));
    }

    private Uni<Result> open(PlanTerms terms, Command command) {
        FreeTime.Taken taken = gifts.taken(command.key(), command.reason());
        Service service =
                new Service(
                        command.what().id(),
                        command.what().customer(),
                        terms.plan(),
                        terms.nameI18n(),
                        terms.entitlement(),
                        taken.at());
        return gifts.keep(
                        FreeTime.adopt(service, taken, command.end()),
                        command.actor(),
                        subscriptions::add)
                .map(AdoptSubscription::adopted);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
