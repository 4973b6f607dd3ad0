package io.cybervpn.application.subscription;

import io.cybervpn.application.catalogue.FindPlanTerms;
import io.cybervpn.application.identity.ClaimTrial;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.PlanTerms;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.identity.TrialRight;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.TrialRefusal;
import io.cybervpn.domain.subscription.model.FreeTime;
import io.cybervpn.domain.subscription.model.Gift;
import io.cybervpn.domain.subscription.model.Granted;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Begins a customer's trial (R26-R29): a subscription of some days and bytes that nobody pays for,
 * once for each person, however many ask at once and by whatever account. A second call is refused.
 */
@Singleton
public final class StartTrial {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final FindPlanTerms findPlanTerms;
    private final ClaimTrial claimTrial;
    private final Shelf shelf;

    @Inject
    StartTrial(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            FindPlanTerms findPlanTerms,
            ClaimTrial claimTrial,
            Shelf shelf) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.findPlanTerms = findPlanTerms;
        this.claimTrial = claimTrial;
        this.shelf = shelf;
    }

    /** What trials are, and where they are kept. */
    @Singleton
    static final class Shelf {
        private final TrialSettings settings;
        private final Subscriptions subscriptions;
        private final Outbox outbox;
        private final Ids ids;
        private final Clock clock;

        @Inject
        Shelf(
                TrialSettings settings,
                Subscriptions subscriptions,
                Outbox outbox,
                Ids ids,
                Clock clock) {
            this.settings = settings;
            this.subscriptions = subscriptions;
            this.outbox = outbox;
            this.ids = ids;
            this.clock = clock;
        }

        private Granted open(AccountId account, PlanTerms terms) {
            SubscriptionId id = new SubscriptionId(ids.next());
            FreeTime.Wish wish =
                    new FreeTime.Wish(
                            ids.next(),
                            "trial " + id.value(),
                            Gift.trial(settings.days(), !settings.keepsDays()),
                            clock.instant());
            Service service =
                    new Service(
                            id,
                            account,
                            terms.plan(),
                            terms.nameI18n(),
                            entitlement(terms.entitlement()),
                            wish.at());
            return FreeTime.open(service, wish);
        }

        private Entitlement entitlement(Entitlement plan) {
            return new Entitlement(
                    Limit.of(settings.trafficBytes()),
                    TrafficReset.NO_RESET,
                    plan.devices(),
                    settings.serverGroups().isEmpty()
                            ? plan.serverGroups()
                            : settings.serverGroups(),
                    plan.resources());
        }

        private Uni<Void> keep(Granted granted) {
            return subscriptions
                    .append(granted.grant())
                    .chain(() -> subscriptions.add(granted.subscription()))
                    .chain(() -> outbox.appendAll(granted.events()));
        }
    }

    /**
     * Whose.
     *
     * @param device the name of the device that he asks with, up to 200 characters
     */
    public record Command(Actor actor, Optional<String> device) {}

    /** What came of it. */
    public sealed interface Result {
        /** It runs. */
        record Started(GivenTime given) implements Result {}

        /** It does not. */
        record Refused(TrialRefusal reason) implements Result {}
    }

    /** Begins it. */
    public Uni<Result> execute(Command command) {
        Optional<PlanId> plan = shelf.settings.offered();
        if (plan.isEmpty()) {
            return refuse(TrialRefusal.TRIAL_OFF);
        }
        return command.actor()
                .account()
                .map(account -> unitOfWork.run(() -> hold(account, plan.get(), command)))
                .orElseGet(() -> refuse(TrialRefusal.NO_CUSTOMER));
    }

    private Uni<Result> hold(AccountId account, PlanId plan, Command command) {
        return holdOwner
                .execute(new HoldOwner.Query(account))
                .chain(
                        owner ->
                                owner.equals(new Owner.Of(account))
                                        ? find(account, plan, command)
                                        : refuse(TrialRefusal.NO_CUSTOMER));
    }

    private Uni<Result> find(AccountId account, PlanId plan, Command command) {
        return findPlanTerms
                .execute(new FindPlanTerms.Query(plan))
                .chain(
                        found ->
                                found.map(terms -> claim(account, terms, command))
                                        .orElseGet(() -> refuse(TrialRefusal.TRIAL_OFF)));
    }

    private Uni<Result> claim(AccountId account, PlanTerms terms, Command command) {
        return claimTrial
                .execute(new ClaimTrial.Command(account, shelf.settings.terms(), command.device()))
                .chain(
                        claimed ->
                                refusal(claimed.right())
                                        .map(StartTrial::refuse)
                                        .orElseGet(() -> open(account, terms)));
    }

    private Uni<Result> open(AccountId account, PlanTerms terms) {
        Granted granted = shelf.open(account, terms);
        return shelf.keep(granted).replaceWith(new Result.Started(GivenTime.of(granted.grant())));
    }

    /** The same in the words of trials; empty for an open right. */
    static Optional<TrialRefusal> refusal(TrialRight right) {
        return switch (right) {
            case OPEN -> Optional.empty();
            case USED -> Optional.of(TrialRefusal.TRIAL_USED);
            case TELEGRAM_REQUIRED -> Optional.of(TrialRefusal.TELEGRAM_REQUIRED);
            case MAILBOX_NOT_ALLOWED -> Optional.of(TrialRefusal.MAILBOX_NOT_ALLOWED);
            case NO_CUSTOMER -> Optional.of(TrialRefusal.NO_CUSTOMER);
        };
    }

    private static Uni<Result> refuse(TrialRefusal reason) {
        return Uni.createFrom().item(new Result.Refused(reason));
    }
}
