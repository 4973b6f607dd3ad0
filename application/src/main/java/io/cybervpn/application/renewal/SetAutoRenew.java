package io.cybervpn.application.renewal;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.payment.ListSavedMethods;
import io.cybervpn.application.renewal.port.KeptByStores;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Switches the renewal of an own subscription on or off. On wants that its owner saw the price of
 * now and the words of now, and keeps that he agreed to them. Repeatable.
 */
@Singleton
public final class SetAutoRenew {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final FindSubscription findSubscription;
    private final KeptByStores stores;
    private final Situations situations;
    private final AutoRenewals renewals;
    private final Cycles cycles;
    private final Prospect.Finder prospects;
    private final ListSavedMethods listSavedMethods;
    private final Clock clock;

    @Inject
    SetAutoRenew(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            FindSubscription findSubscription,
            KeptByStores stores,
            Situations situations,
            AutoRenewals renewals,
            Cycles cycles,
            Prospect.Finder prospects,
            ListSavedMethods listSavedMethods,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.findSubscription = findSubscription;
        this.stores = stores;
        this.situations = situations;
        this.renewals = renewals;
        this.cycles = cycles;
        this.prospects = prospects;
        this.listSavedMethods = listSavedMethods;
        this.clock = clock;
    }

    /**
     * What he wants.
     *
     * @param wish empty: off
     */
    public record Command(Actor actor, SubscriptionId subscription, Optional<Wish> wish) {}

    /**
     * What he agrees to.
     *
     * @param terms with the price that he was shown
     * @param textVersion of the words that he was shown
     */
    public record Wish(Terms terms, String textVersion) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is as he wants it. */
        record Set() implements Result {}

        /** It is not there, or not his. */
        record NoSuchSubscription() implements Result {}

        /** An app store charges for it: two would. */
        record OfAppStore() implements Result {}

        /** A payment provider charges for it by itself: two would. */
        record ByProvider() implements Result {}

        /** It was taken away: there is nothing to renew. */
        record Gone() implements Result {}

        /** It costs something else now: show him that first. */
        record PriceChanged(Money price) implements Result {}

        /** Its plan is not sold, or not for this term and in this currency. */
        record NotForSale() implements Result {}

        /** He has let us keep nothing like this. */
        record NoSuchMethod() implements Result {}

        /** The words are others now: show him those first. */
        record TextChanged(String version) implements Result {}
    }

    /** Sets it. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(owner -> unitOfWork.run(() -> hold(owner, command)))
                .orElseGet(() -> answer(new Result.NoSuchSubscription()));
    }

    private Uni<Result> hold(AccountId account, Command command) {
        return holdOwner
                .execute(new HoldOwner.Query(account))
                .chain(
                        owner ->
                                owner.equals(new Owner.Of(account))
                                        ? find(account, command)
                                        : answer(new Result.NoSuchSubscription()));
    }

    private Uni<Result> find(AccountId account, Command command) {
        return findSubscription
                .execute(new FindSubscription.Query(command.subscription()))
                .chain(
                        found ->
                                switch (found) {
                                    case FindSubscription.Result.Found(var subscription)
                                            when subscription.account().equals(account) ->
                                            set(subscription, command);
                                    case FindSubscription.Result.Found _,
                                            FindSubscription.Result.NoSuchSubscription _ ->
                                            answer(new Result.NoSuchSubscription());
                                });
    }

    private Uni<Result> set(SubscriptionSnapshot subscription, Command command) {
        return command.wish()
                .map(wish -> switchOn(subscription, wish))
                .orElseGet(() -> put(subscription, new AutoRenewal.State.Off(clock.instant())));
    }

    private Uni<Result> switchOn(SubscriptionSnapshot subscription, Wish wish) {
        if (!wish.textVersion().equals(AutoRenewConsent.VERSION)) {
            return answer(new Result.TextChanged(AutoRenewConsent.VERSION));
        }
        return stores.keep(subscription.id())
                .chain(
                        kept ->
                                kept
                                        ? answer(new Result.OfAppStore())
                                        : switchOnHere(subscription, wish));
    }

    private Uni<Result> switchOnHere(SubscriptionSnapshot subscription, Wish wish) {
        return hasMethod(subscription.account(), wish.terms().by())
                .chain(
                        has ->
                                has
                                        ? switchOnBy(subscription, wish)
                                        : answer(new Result.NoSuchMethod()));
    }

    private Uni<Boolean> hasMethod(AccountId account, ChargeBy by) {
        return switch (by) {
            case ChargeBy.Wallet _ -> Uni.createFrom().item(true);
            case ChargeBy.Saved(var method) ->
                    listSavedMethods
                            .execute(new ListSavedMethods.Query(new Actor.Customer(account)))
                            .map(
                                    kept ->
                                            kept.methods().stream()
                                                    .anyMatch(one -> one.id().equals(method)));
        };
    }

    private Uni<Result> switchOnBy(SubscriptionSnapshot subscription, Wish wish) {
        return subscription.status() == SubscriptionStatus.TERMINATED
                ? answer(new Result.Gone())
                : situations
                        .isCharged(subscription.id())
                        .chain(
                                charged ->
                                        charged
                                                ? answer(new Result.ByProvider())
                                                : switchOnAtPrice(subscription, wish));
    }

    private Uni<Result> switchOnAtPrice(SubscriptionSnapshot subscription, Wish wish) {
        return prospects
                .of(subscription.plan(), wish.terms())
                .chain(prospect -> switchOn(subscription, wish, prospect));
    }

    private Uni<Result> switchOn(SubscriptionSnapshot subscription, Wish wish, Prospect prospect) {
        return switch (prospect) {
            case Prospect.NotForSale() -> answer(new Result.NotForSale());
            case Prospect.Dearer(var price, _) -> answer(new Result.PriceChanged(price));
            case Prospect.Agreed(var price) ->
                    price.equals(wish.terms().agreed())
                            ? agree(subscription, wish)
                            : answer(new Result.PriceChanged(price));
        };
    }

    private Uni<Result> agree(SubscriptionSnapshot subscription, Wish wish) {
        Instant now = clock.instant();
        return put(subscription, new AutoRenewal.State.On(wish.terms(), wish.textVersion(), now))
                .call(() -> arm(subscription, now));
    }

    private Uni<Result> put(SubscriptionSnapshot subscription, AutoRenewal.State state) {
        return renewals.put(new AutoRenewal(subscription.id(), subscription.account(), state))
                .replaceWith(new Result.Set());
    }

    private Uni<Void> arm(SubscriptionSnapshot subscription, Instant now) {
        return cycles.lock(new PeriodKey(subscription.id(), subscription.expireAt()))
                .chain(
                        found ->
                                found.map(situations::of)
                                        .map(one -> one.chain(known -> arm(known, now)))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> arm(Situation situation, Instant now) {
        return cycles.save(situation.cycle().armed(situation.policy(), now));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
