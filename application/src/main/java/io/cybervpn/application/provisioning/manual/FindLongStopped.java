package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Has accesses looked at whose service staff stopped long ago, which asks staff to remove it. Any
 * number of instances may do so at once.
 */
@Singleton
public final class FindLongStopped {
    private static final int BATCH = 200;

    private final UnitOfWork unitOfWork;
    private final ManualServices services;
    private final Accesses accesses;
    private final ManualSettings settings;
    private final Clock clock;

    @Inject
    FindLongStopped(
            UnitOfWork unitOfWork,
            ManualServices services,
            Accesses accesses,
            ManualSettings settings,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.services = services;
        this.accesses = accesses;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param due accesses that are looked at now
     */
    public record Result(long due) {}

    private record Batch(int size, int due) {}

    /** Finds all of them. */
    public Uni<Result> execute() {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<AccessId>empty()),
                        last -> unitOfWork.run(() -> batch(last)))
                .whilst(batch -> batch.size() == BATCH)
                .collect()
                .with(Collectors.summingLong(Batch::due))
                .map(Result::new);
    }

    private Uni<Batch> batch(AtomicReference<Optional<AccessId>> last) {
        return services.stoppedBefore(
                        clock.instant().minus(settings.keepStopped()), last.get(), BATCH)
                .chain(found -> recheck(found, last));
    }

    private Uni<Batch> recheck(List<AccessId> found, AtomicReference<Optional<AccessId>> last) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Batch(0, 0));
        }
        last.set(Optional.of(found.getLast()));
        return accesses.recheck(Set.copyOf(found), clock.instant())
                .map(due -> new Batch(found.size(), due));
    }
}
