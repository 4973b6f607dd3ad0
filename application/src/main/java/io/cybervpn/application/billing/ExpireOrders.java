package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.UnpaidOrders;
import io.cybervpn.application.ledger.ReleaseSetAside;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.repository.Orders;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Gives up on orders that nobody paid in time, a batch per call; not on those whose payment may
 * still succeed. What was set aside for them is their buyers' again. Safe for any number of
 * instances at once. Money that comes later still pays.
 */
@Singleton
public final class ExpireOrders {
    private final UnpaidOrders unpaid;
    private final UnitOfWork unitOfWork;
    private final Orders orders;
    private final ReleaseSetAside releaseSetAside;
    private final Clock clock;

    @Inject
    ExpireOrders(
            UnpaidOrders unpaid,
            UnitOfWork unitOfWork,
            Orders orders,
            ReleaseSetAside releaseSetAside,
            Clock clock) {
        this.unpaid = unpaid;
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.releaseSetAside = releaseSetAside;
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
     * @param due orders looked at; fewer than the limit means that nothing more is due
     * @param expired orders given up
     */
    public record Result(int due, int expired) {}

    /** Gives up on one batch. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        return unpaid.due(now, command.limit()).chain(due -> expire(due, now));
    }

    private Uni<Result> expire(List<OrderId> due, Instant now) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(new Result(0, 0));
        }
        return unitOfWork
                .run(() -> orders.expire(due, now).call(() -> release(due)))
                .map(expired -> new Result(due.size(), expired));
    }

    /** One that was paid in this very moment has nothing set aside any more. */
    private Uni<Integer> release(List<OrderId> due) {
        return releaseSetAside.execute(
                new ReleaseSetAside.Command.For(due.stream().map(OrderId::value).toList()));
    }
}
