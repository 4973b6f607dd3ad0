package io.cybervpn.application.renewal;

import io.cybervpn.application.billing.PayOrder;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does what is due around the ends of subscriptions (R95, R96, R184), a batch per call. Any number
 * of instances may run at once: each period is taken by one of them, and its unique row and the one
 * order of each try see to it that it is charged for once. A crash leaves a lease, and whoever
 * comes after it looks first what became of the order.
 */
@Singleton
public final class RunRenewals {
    /** For how long others leave a period alone that somebody took. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int CONCURRENCY = 4;

    private final UnitOfWork unitOfWork;
    private final Cycles cycles;
    private final Opening opening;
    private final PayOrder payOrder;
    private final Situations situations;
    private final Settled settled;
    private final Clock clock;

    @Inject
    RunRenewals(
            UnitOfWork unitOfWork,
            Cycles cycles,
            Opening opening,
            PayOrder payOrder,
            Situations situations,
            Settled settled,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.cycles = cycles;
        this.opening = opening;
        this.payOrder = payOrder;
        this.situations = situations;
        this.settled = settled;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit the size of the batch, 1 to 1000
     */
    public record Command(int limit) {}

    /**
     * What was done.
     *
     * @param taken fewer than the limit means that nothing more is due
     */
    public record Result(int taken) {}

    /** One batch. Fails after it with what failed in it; that is due again later. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        return unitOfWork
                .run(() -> cycles.claimDue(now, now.plus(PATIENCE), command.limit()))
                .chain(this::runAll);
    }

    private Uni<Result> runAll(List<Cycle> due) {
        return due.isEmpty()
                ? Uni.createFrom().item(new Result(0))
                : Uni.join()
                        .all(due.stream().map(this::run).toList())
                        .usingConcurrencyOf(CONCURRENCY)
                        .andCollectFailures()
                        .replaceWith(new Result(due.size()));
    }

    private Uni<Void> run(Cycle claimed) {
        return Uni.createFrom()
                .deferred(() -> opening.open(claimed))
                .chain(
                        order ->
                                order.map(one -> pay(claimed.key(), one))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> pay(PeriodKey key, OrderId order) {
        return payOrder.execute(new PayOrder.Command(order))
                .chain(paid -> unitOfWork.run(() -> settle(key, order, paid)));
    }

    private Uni<Void> settle(PeriodKey key, OrderId order, PayOrder.Result paid) {
        return cycles.lock(key)
                .map(found -> found.filter(cycle -> isChargingBy(cycle, order)))
                .chain(found -> settle(found, order, paid));
    }

    private Uni<Void> settle(Optional<Cycle> found, OrderId order, PayOrder.Result paid) {
        return found.map(situations::of)
                .map(one -> one.chain(situation -> settle(situation, order, paid)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static boolean isChargingBy(Cycle cycle, OrderId order) {
        return cycle.state() instanceof CycleState.Charging(var current, _)
                && current.equals(order);
    }

    private Uni<Void> settle(Situation situation, OrderId order, PayOrder.Result paid) {
        return switch (paid) {
            case PayOrder.Result.Paid(var total) ->
                    settled.paid(situation.cycle(), order, total.toString());
            case PayOrder.Result.NotEnoughMoney _ ->
                    settled.failed(situation.cycle(), "not_enough_money", situation.policy());
            case PayOrder.Result.Underway() ->
                    cycles.save(situation.cycle().lookAt(clock.instant().plus(PATIENCE)));
            case PayOrder.Result.Declined(var reason) ->
                    settled.failed(
                            situation.cycle(),
                            reason.equals("method_gone") ? reason : "declined",
                            situation.policy());
            case PayOrder.Result.Over() ->
                    settled.failed(situation.cycle(), "not_paid", situation.policy());
        };
    }
}
