package io.cybervpn.application.renewal;

import io.cybervpn.application.billing.Quote;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Shows an owner whether his subscription is renewed by itself, for how much and when. */
@Singleton
public final class ViewAutoRenew {
    private final UnitOfWork unitOfWork;
    private final FindSubscription findSubscription;
    private final Situations situations;
    private final Cycles cycles;
    private final Quote quote;
    private final Clock clock;

    @Inject
    ViewAutoRenew(
            UnitOfWork unitOfWork,
            FindSubscription findSubscription,
            Situations situations,
            Cycles cycles,
            Quote quote,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.findSubscription = findSubscription;
        this.situations = situations;
        this.cycles = cycles;
        this.quote = quote;
        this.clock = clock;
    }

    /**
     * Which.
     *
     * @param wanted terms that he thinks about; empty: those that he agreed to
     */
    public record Query(Actor actor, SubscriptionId subscription, Optional<Wanted> wanted) {}

    /** For how long, paid in what. */
    public record Wanted(int termDays, Asset asset) {}

    /** What he sees. */
    public sealed interface Result {
        /** It is his. */
        record Shown(AutoRenewView renewal) implements Result {}

        /** It is not there, or not his. */
        record NoSuchSubscription() implements Result {}
    }

    /** Shows it. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return unitOfWork.run(
                () ->
                        findSubscription
                                .execute(new FindSubscription.Query(query.subscription()))
                                .chain(found -> show(found, query)));
    }

    private Uni<Result> show(FindSubscription.Result found, Query query) {
        return switch (found) {
            case FindSubscription.Result.Found(var subscription)
                    when query.actor().account().equals(Optional.of(subscription.account())) ->
                    situation(subscription).chain(known -> show(known, query));
            case FindSubscription.Result.Found _, FindSubscription.Result.NoSuchSubscription _ ->
                    Uni.createFrom().item(new Result.NoSuchSubscription());
        };
    }

    private Uni<Situation> situation(SubscriptionSnapshot subscription) {
        return cycles.find(new PeriodKey(subscription.id(), subscription.expireAt()))
                .chain(found -> situations.of(subscription, found));
    }

    private Uni<Result> show(Situation situation, Query query) {
        Optional<Wanted> wanted = query.wanted().or(() -> situation.terms().map(ViewAutoRenew::of));
        return wanted.map(one -> price(situation.subscription(), one))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(price -> new Result.Shown(view(situation, price)));
    }

    private static Wanted of(Terms terms) {
        return new Wanted(terms.termDays(), terms.agreed().asset());
    }

    private Uni<Optional<Money>> price(SubscriptionSnapshot subscription, Wanted wanted) {
        return quote.execute(
                        new Quote.Query(subscription.plan(), wanted.termDays(), wanted.asset()))
                .map(
                        answer ->
                                switch (answer) {
                                    case Quote.Result.Refused _ -> Optional.empty();
                                    case Quote.Result.Quoted(var quotation) ->
                                            Optional.of(quotation.total());
                                });
    }

    private AutoRenewView view(Situation situation, Optional<Money> price) {
        Cycle cycle = situation.cycle();
        return new AutoRenewView(
                situation.terms(),
                situation.renewal().flatMap(ViewAutoRenew::agreedAt),
                price,
                chargeAt(situation, price),
                cycle.state() instanceof CycleState.Failed(var reason)
                        ? Optional.of(reason)
                        : Optional.empty(),
                cycle.key().end().plus(Duration.ofDays(situation.policy().graceDays())));
    }

    /** For who has not agreed to this price: when it would be, if he did now. */
    private Optional<Instant> chargeAt(Situation situation, Optional<Money> price) {
        Instant now = clock.instant();
        boolean agreed = situation.terms().filter(terms -> covers(terms, price)).isPresent();
        Cycle cycle = agreed ? situation.cycle() : situation.cycle().armed(situation.policy(), now);
        return cycle.nextCharge(situation.policy(), now);
    }

    private static boolean covers(Terms terms, Optional<Money> price) {
        return price.filter(now -> now.asset().equals(terms.agreed().asset()))
                .filter(now -> now.compareTo(terms.agreed()) <= 0)
                .isPresent();
    }

    private static Optional<Instant> agreedAt(AutoRenewal renewal) {
        return switch (renewal.state()) {
            case AutoRenewal.State.On(_, _, var at) -> Optional.of(at);
            case AutoRenewal.State.Off _ -> Optional.empty();
        };
    }
}
