package io.cybervpn.presentation.subscription.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.subscription.ExpireSubscriptions;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Ends what is due every ten seconds, batch after batch until nothing is. */
@Singleton
final class ExpireSubscriptionsTick implements ScheduledTask {
    private static final TaskName NAME = new TaskName("subscription.expire");
    private static final int BATCH = 500;

    private final Clockwork clockwork;
    private final ExpireSubscriptions expireSubscriptions;

    @Inject
    ExpireSubscriptionsTick(Clockwork clockwork, ExpireSubscriptions expireSubscriptions) {
        this.clockwork = clockwork;
        this.expireSubscriptions = expireSubscriptions;
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return Optional.of(new Rhythm.Every(Duration.ofSeconds(10)));
    }

    @Override
    public Uni<Long> run() {
        return clockwork.untilDone(
                BATCH,
                () ->
                        expireSubscriptions
                                .execute(new ExpireSubscriptions.Command(BATCH))
                                .map(ExpireSubscriptions.Result::expired));
    }
}
