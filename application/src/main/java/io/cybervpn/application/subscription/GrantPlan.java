package io.cybervpn.application.subscription;

import io.cybervpn.application.catalogue.FindPlanTerms;
import io.cybervpn.application.ledger.HoldCustomer;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.PlanTerms;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.FreeTimeRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.FreeTime;
import io.cybervpn.domain.subscription.model.Gift;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;

/**
 * Serves a customer with a plan for days that nobody pays for (R67): one of his subscriptions of
 * that plan is prolonged, or one is opened. Needs {@link Permission#SUBSCRIPTIONS_WRITE}; audited.
 * Repeatable by the request key.
 */
@Singleton
public final class GrantPlan {
    private final UnitOfWork unitOfWork;
    private final HoldCustomer holdCustomer;
    private final FindPlanTerms findPlanTerms;
    private final HoldDesk holds;
    private final GiftDesk gifts;
    private final Subscriptions subscriptions;
    private final Ids ids;

    @Inject
    GrantPlan(
            UnitOfWork unitOfWork,
            HoldCustomer holdCustomer,
            FindPlanTerms findPlanTerms,
            HoldDesk holds,
            GiftDesk gifts,
            Subscriptions subscriptions,
            Ids ids) {
        this.unitOfWork = unitOfWork;
        this.holdCustomer = holdCustomer;
        this.findPlanTerms = findPlanTerms;
        this.holds = holds;
        this.gifts = gifts;
        this.subscriptions = subscriptions;
        this.ids = ids;
    }

    /**
     * The deed.
     *
     * @param days 1 to 3650
     * @param requestKey the actor's key of this request, 1 to 255 characters
     * @param reason when it is not the request's
     */
    public record Command(
            Actor actor,
            AccountId customer,
            PlanId plan,
            int days,
            String requestKey,
            Optional<String> reason) {
        /** With the reason of the request. */
        public Command(Actor actor, AccountId customer, PlanId plan, int days, String requestKey) {
            this(actor, customer, plan, days, requestKey, Optional.empty());
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /** It is given: now, or by the same request before. */
        record Given(GivenTime given) implements Result {}

        /** It is not. */
        record Refused(FreeTimeRefusal reason) implements Result {}

        /** There is no such customer, or his account has ended. */
        record NoSuchCustomer() implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** The key served another deed. */
        record KeyReused() implements Result {}

        /** No days, or too many. */
        record OutOfRange() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Grants. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.SUBSCRIPTIONS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return command.days() > 0 && Gift.isSound(command.days())
                ? unitOfWork.run(() -> hold(command))
                : answer(new Result.OutOfRange());
    }

    private Uni<Result> hold(Command command) {
        return holdCustomer
                .execute(new HoldCustomer.Query(command.customer()))
                .chain(there -> there ? once(command) : answer(new Result.NoSuchCustomer()));
    }

    private Uni<Result> once(Command command) {
        return gifts.before(key(command))
                .chain(
                        before ->
                                before.map(grant -> answer(repeated(grant, command)))
                                        .orElseGet(() -> find(command)));
    }

    /** The customer and the plan are part of the key: with others it is another deed. */
    private static String key(Command command) {
        return GiftDesk.key(
                command.actor(),
                "grant "
                        + command.customer().value()
                        + " "
                        + command.plan().value()
                        + " "
                        + command.requestKey());
    }

    private static Result repeated(Grant grant, Command command) {
        return grant.gift().days() == command.days()
                ? new Result.Given(GivenTime.of(grant))
                : new Result.KeyReused();
    }

    private Uni<Result> find(Command command) {
        return findPlanTerms
                .execute(new FindPlanTerms.Query(command.plan()))
                .chain(
                        found ->
                                found.map(terms -> grant(terms, command))
                                        .orElseGet(() -> answer(new Result.NoSuchPlan())));
    }

    private Uni<Result> grant(PlanTerms terms, Command command) {
        return subscriptions
                .lockAllOf(command.customer())
                .map(
                        all ->
                                all.stream()
                                        .filter(one -> isOf(one, command.plan()))
                                        .max(Comparator.comparing(Subscription::expireAt)))
                .chain(
                        own ->
                                own.map(one -> prolong(one, command))
                                        .orElseGet(() -> open(terms, command)));
    }

    private static boolean isOf(Subscription subscription, PlanId plan) {
        return !(subscription instanceof Subscription.Terminated)
                && subscription.service().plan().equals(plan);
    }

    /** One that only an app store gave time to has no deed of ours, and is left to it. */
    private Uni<Result> prolong(Subscription current, Command command) {
        return holds.known(current)
                .chain(
                        known ->
                                known.past().deeds().isEmpty()
                                        ? answer(new Result.Refused(FreeTimeRefusal.KEPT_BY_STORE))
                                        : prolong(known, command));
    }

    private Uni<Result> prolong(HoldDesk.Known known, Command command) {
        return switch (FreeTime.give(
                known.current(),
                known.past(),
                gifts.wish(key(command), command.days(), command.reason()))) {
            case FreeTime.Answer.Refused(var reason) -> answer(new Result.Refused(reason));
            case FreeTime.Answer.Done(var granted) ->
                    gifts.keep(granted, command.actor(), subscriptions::save)
                            .map(grant -> repeated(grant, command));
        };
    }

    private Uni<Result> open(PlanTerms terms, Command command) {
        FreeTime.Wish wish = gifts.wish(key(command), command.days(), command.reason());
        Service service =
                new Service(
                        new SubscriptionId(ids.next()),
                        command.customer(),
                        terms.plan(),
                        terms.nameI18n(),
                        terms.entitlement(),
                        wish.at());
        return gifts.keep(FreeTime.open(service, wish), command.actor(), subscriptions::add)
                .map(grant -> repeated(grant, command));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
