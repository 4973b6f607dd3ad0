package io.cybervpn.presentation.billing.schedule;

import io.cybervpn.application.billing.ExpireOrders;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Gives up on unpaid orders every half minute, batch after batch until none is due. */
@Singleton
final class ExpireOrdersTick implements ScheduledTask {
    private static final TaskName NAME = new TaskName("billing.expire-orders");
    private static final int BATCH = 500;

    private final Clockwork clockwork;
    private final ExpireOrders expireOrders;

    @Inject
    ExpireOrdersTick(Clockwork clockwork, ExpireOrders expireOrders) {
        this.clockwork = clockwork;
        this.expireOrders = expireOrders;
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return Optional.of(new Rhythm.Every(Duration.ofSeconds(30)));
    }

    @Override
    public Uni<Long> run() {
        return expireAll(0);
    }

    /** Stops at a batch of which nothing could be given up, or it would look at it for ever. */
    private Uni<Long> expireAll(long before) {
        return clockwork
                .step(
                        () -> expireOrders.execute(new ExpireOrders.Command(BATCH)),
                        new ExpireOrders.Result(0, 0))
                .chain(
                        result ->
                                result.due() < BATCH || result.expired() == 0
                                        ? Uni.createFrom().item(before + result.expired())
                                        : expireAll(before + result.expired()));
    }
}
