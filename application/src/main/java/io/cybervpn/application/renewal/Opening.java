package io.cybervpn.application.renewal;

import io.cybervpn.application.billing.PlaceOrder;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Does what is due of one period, in one unit of work that holds its owner and it: letters at once;
 * of a renewal only the order, whose payment comes after, outside of it.
 */
@Singleton
final class Opening {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Cycles cycles;
    private final Situations situations;
    private final Letters letters;
    private final Settled settled;
    private final Prospect.Finder prospects;
    private final PlaceOrder placeOrder;
    private final Clock clock;

    @Inject
    Opening(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            Cycles cycles,
            Situations situations,
            Letters letters,
            Settled settled,
            Prospect.Finder prospects,
            PlaceOrder placeOrder,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.cycles = cycles;
        this.situations = situations;
        this.letters = letters;
        this.settled = settled;
        this.prospects = prospects;
        this.placeOrder = placeOrder;
        this.clock = clock;
    }

    /** Does it; gives the order that is to be paid, if there is one. */
    Uni<Optional<OrderId>> open(Cycle claimed) {
        return unitOfWork.run(
                () ->
                        holdOwner
                                .execute(new HoldOwner.Query(claimed.account()))
                                .chain(owner -> lock(claimed.key(), owner)));
    }

    private Uni<Optional<OrderId>> lock(PeriodKey key, Owner owner) {
        return cycles.lock(key)
                .chain(found -> found.map(cycle -> look(cycle, owner)).orElseGet(Opening::noOrder));
    }

    private Uni<Optional<OrderId>> look(Cycle cycle, Owner owner) {
        return switch (cycle.state()) {
            case CycleState.Charging(var order, _) -> Uni.createFrom().item(Optional.of(order));
            case CycleState.Planned _, CycleState.Failed _ -> act(cycle, owner);
            case CycleState.Paid _, CycleState.GivenUp _, CycleState.Cancelled _ -> noOrder();
        };
    }

    private Uni<Optional<OrderId>> act(Cycle cycle, Owner owner) {
        return switch (owner) {
            case Owner.Nobody() -> settled.cancelled(cycle).chain(Opening::noOrder);
            case Owner.Of(var account) -> situations.of(cycle.of(account)).chain(this::act);
        };
    }

    private Uni<Optional<OrderId>> act(Situation situation) {
        if (!Settled.isOf(situation.cycle(), situation.subscription())
                || !situation.subscription().status().isServed()) {
            return settled.cancelled(situation.cycle()).chain(Opening::noOrder);
        }
        Instant now = clock.instant();
        if (situation.cycle().agenda(situation.policy(), now).charge().isEmpty()) {
            return letters.send(situation).chain(Opening::noOrder);
        }
        return situation
                .terms()
                .map(terms -> charge(situation, terms))
                .orElseGet(
                        () ->
                                letters.send(
                                                situation.with(
                                                        situation
                                                                .cycle()
                                                                .untried(situation.policy(), now)))
                                        .chain(Opening::noOrder));
    }

    private Uni<Optional<OrderId>> charge(Situation situation, Terms terms) {
        return prospects
                .of(situation.subscription().plan(), terms)
                .chain(
                        prospect ->
                                switch (prospect) {
                                    case Prospect.Agreed _ -> order(situation, terms);
                                    case Prospect.Dearer _ -> fail(situation, "price_rose");
                                    case Prospect.NotForSale() -> fail(situation, "plan_gone");
                                });
    }

    /** One order for each try; its key makes a second one of the same try impossible. */
    private Uni<Optional<OrderId>> order(Situation situation, Terms terms) {
        Cycle cycle = situation.cycle();
        return placeOrder
                .execute(
                        new PlaceOrder.Command(
                                new Actor.Customer(cycle.account()),
                                situation.subscription().plan(),
                                terms.termDays(),
                                terms.agreed().asset(),
                                Optional.of(cycle.key().subscription().value()),
                                terms.by().code(),
                                requestKey(cycle)))
                .chain(placed -> placed(situation, terms, placed));
    }

    /** No client can send such a key: theirs begin with the door that they came through. */
    private static String requestKey(Cycle cycle) {
        return "renewal %s %s %d"
                .formatted(
                        cycle.key().subscription().value(),
                        cycle.key().end(),
                        cycle.attempts() + 1);
    }

    private Uni<Optional<OrderId>> placed(
            Situation situation, Terms terms, PlaceOrder.Result result) {
        return switch (result) {
            case PlaceOrder.Result.Refused _ -> fail(situation, "not_possible");
            case PlaceOrder.Result.Placed placed ->
                    switch (Prospect.Finder.compared(placed.order().total(), terms.agreed())) {
                        case Prospect.Agreed _ -> begin(situation, terms, placed.order().id());
                        case Prospect.Dearer _ -> fail(situation, "price_rose");
                        case Prospect.NotForSale _ -> fail(situation, "plan_gone");
                    };
        };
    }

    private Uni<Optional<OrderId>> begin(Situation situation, Terms terms, OrderId order) {
        Instant now = clock.instant();
        Cycle charging =
                situation.cycle().charging(order, terms, now, now.plus(RunRenewals.PATIENCE));
        return cycles.save(charging)
                .chain(() -> cycles.noteAttempt(charging.key(), order, now))
                .replaceWith(Optional.of(order));
    }

    private Uni<Optional<OrderId>> fail(Situation situation, String reason) {
        return settled.failed(situation.cycle(), reason, situation.policy())
                .chain(Opening::noOrder);
    }

    private static Uni<Optional<OrderId>> noOrder() {
        return Uni.createFrom().item(Optional.empty());
    }
}
