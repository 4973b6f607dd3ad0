package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.subscription.model.Changed;
import io.cybervpn.domain.subscription.model.NewPlan;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a subscription to another plan without money, at once: what is left of it buys time of that
 * plan. The customer names the preview that he saw; when anything but the time has changed since,
 * nothing is done. Exactly once per key.
 */
@Singleton
public final class ChangePlan {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final PlanChangeDesk desk;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Ids ids;

    @Inject
    ChangePlan(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            PlanChangeDesk desk,
            Subscriptions subscriptions,
            Outbox outbox,
            Ids ids) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.desk = desk;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * The change.
     *
     * @param asOf the moment of the preview
     * @param fingerprint of the preview
     * @param requestKey the customer's key of this request, 1 to 300 characters
     */
    public record Command(
            Actor actor,
            PlanChangeWish wish,
            Instant asOf,
            String fingerprint,
            String requestKey) {}

    /** What came of it. */
    public sealed interface Result {
        /** It runs on the new plan up to here. */
        record Done(Instant expireAt) implements Result {}

        /** Nothing changed. */
        record Refused(PlanChangeRefusal reason) implements Result {}

        /** The key served another change. */
        record KeyReused() implements Result {}
    }

    /** Changes. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(owner -> unitOfWork.run(() -> holdOwner(owner, command)))
                .orElseGet(() -> refuse(PlanChangeRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    private Uni<Result> holdOwner(AccountId account, Command command) {
        return holdOwner
                .execute(new HoldOwner.Query(account))
                .chain(
                        owner ->
                                owner.equals(new Owner.Of(account))
                                        ? hold(account, command)
                                        : refuse(PlanChangeRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    private Uni<Result> hold(AccountId owner, Command command) {
        return desk.hold(owner, command.wish())
                .chain(
                        found ->
                                switch (found) {
                                    case PlanChangeDesk.Found.Known(var facts) ->
                                            changeOnce(facts, command);
                                    case PlanChangeDesk.Found.Refused(var reason) -> refuse(reason);
                                });
    }

    private Uni<Result> changeOnce(PlanChangeDesk.Facts facts, Command command) {
        return done(facts.past(), command)
                .map(before -> answer(repeat(before, command)))
                .orElseGet(() -> change(facts, command));
    }

    private static Optional<PlanChange> done(Past past, Command command) {
        return past.deeds().stream()
                .filter(PlanChange.class::isInstance)
                .map(PlanChange.class::cast)
                .filter(change -> change.key().equals(command.requestKey()))
                .findFirst();
    }

    private static Result repeat(PlanChange before, Command command) {
        return before.to().equals(command.wish().plan())
                ? new Result.Done(before.endAfter())
                : new Result.KeyReused();
    }

    private Uni<Result> change(PlanChangeDesk.Facts facts, Command command) {
        PlanChangeDesk.Seen seen = new PlanChangeDesk.Seen(command.asOf(), command.fingerprint());
        Instant now = desk.now();
        return switch (desk.seen(facts, command.wish(), seen)) {
            case PlanChangeDesk.Reckoned.Figures _ ->
                    change(facts, command, desk.reckon(facts, command.wish(), now));
            case PlanChangeDesk.Reckoned.Refused(var reason) -> refuse(reason);
        };
    }

    /** The figures as of now: what was served since the preview was served by the old plan. */
    private Uni<Result> change(
            PlanChangeDesk.Facts facts, Command command, PlanChangeDesk.Reckoned reckoned) {
        return switch (reckoned) {
            case PlanChangeDesk.Reckoned.Figures(var quote, _)
                    when quote.option(PlanChangeMode.CONVERT).isPresent() ->
                    store(facts, newPlan(facts.target(), command, quote.at()), quote.at());
            case PlanChangeDesk.Reckoned.Figures _ -> refuse(PlanChangeRefusal.MODE_NOT_OFFERED);
            case PlanChangeDesk.Reckoned.Refused(var reason) -> refuse(reason);
        };
    }

    private NewPlan newPlan(Tariff target, Command command, Instant at) {
        return new NewPlan(
                ids.next(),
                command.requestKey(),
                target.plan(),
                target.nameI18n(),
                target.entitlement(),
                target.rates(),
                desk.settings().keepsFreeTime(),
                at);
    }

    private Uni<Result> store(PlanChangeDesk.Facts facts, NewPlan terms, Instant now) {
        Changed changed = facts.current().change(terms, facts.past(), now);
        return subscriptions
                .append(changed.change())
                .chain(() -> subscriptions.save(changed.subscription()))
                .chain(() -> outbox.append(changed.event()))
                .replaceWith(new Result.Done(changed.subscription().expireAt()));
    }

    private static Uni<Result> refuse(PlanChangeRefusal reason) {
        return answer(new Result.Refused(reason));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
