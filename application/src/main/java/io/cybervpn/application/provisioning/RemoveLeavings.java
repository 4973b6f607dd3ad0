package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Leaving;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Leavings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Removes users from a panel that their accesses left. Never one that is wanted or was seen last
 * there: what is noted of it is dropped then. A panel that does not answer is asked for ever; one
 * that is off waits until it is not.
 */
@Singleton
public final class RemoveLeavings {
    private static final int PARALLEL_MAX = 4;

    private final UnitOfWork unitOfWork;
    private final Leavings leavings;
    private final Accesses accesses;
    private final Panels panels;
    private final Clock clock;

    @Inject
    RemoveLeavings(
            UnitOfWork unitOfWork,
            Leavings leavings,
            Accesses accesses,
            Panels panels,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.leavings = leavings;
        this.accesses = accesses;
        this.panels = panels;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param panel of which
     * @param limit 1 to 100
     */
    public record Command(PanelId panel, int limit) {}

    /**
     * What was done.
     *
     * @param taken fewer than the limit means that nothing more is due
     * @param removed those that are gone from the panel
     */
    public record Result(int taken, int removed) {}

    /** Takes, removes and stores one batch. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        return panels.health(command.panel()).circuit() == Circuit.OPEN
                ? Uni.createFrom().item(new Result(0, 0))
                : unitOfWork
                        .run(
                                () ->
                                        leavings.claim(
                                                command.panel(),
                                                command.limit(),
                                                now,
                                                ReconcileAccess.LEASE))
                        .chain(this::removeAll);
    }

    private Uni<Result> removeAll(List<Leaving> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUni(this::look)
                .merge(PARALLEL_MAX)
                .filter(gone -> gone)
                .collect()
                .asList()
                .map(gone -> new Result(taken.size(), gone.size()));
    }

    private Uni<Boolean> look(Leaving leaving) {
        return unitOfWork
                .run(() -> accesses.find(leaving.access()))
                .chain(
                        found ->
                                isAt(found, leaving.panel())
                                        ? unitOfWork
                                                .run(() -> leavings.remove(leaving))
                                                .replaceWith(false)
                                        : remove(leaving));
    }

    private static boolean isAt(Optional<Access> access, PanelId panel) {
        return access.filter(it -> it.isAt(panel)).isPresent();
    }

    private Uni<Boolean> remove(Leaving leaving) {
        return Uni.createFrom()
                .deferred(() -> panels.panel(leaving.panel()).remove(leaving.access()))
                .chain(() -> unitOfWork.run(() -> gone(leaving)))
                .replaceWith(true)
                .onFailure(Exception.class)
                .recoverWithUni(failure -> unitOfWork.run(() -> postpone(leaving, failure)));
    }

    /** Who came back while he was removed is brought once more. */
    private Uni<Void> gone(Leaving leaving) {
        return accesses.lock(leaving.access())
                .chain(
                        found ->
                                isAt(found, leaving.panel())
                                        ? accesses.recheck(
                                                        Set.of(leaving.access()), clock.instant())
                                                .replaceWithVoid()
                                        : Uni.createFrom().voidItem())
                .chain(() -> leavings.remove(leaving));
    }

    private Uni<Boolean> postpone(Leaving leaving, Throwable failure) {
        Instant now = clock.instant();
        return switch (failure) {
            case PanelBusy busy -> postpone(leaving, leaving.attempts(), now.plus(busy.askAfter()));
            case PanelUnavailable away when !away.wasTried() ->
                    postpone(leaving, leaving.attempts(), leaving.retryAt(now));
            case Throwable _ -> postpone(leaving, leaving.attempts() + 1, leaving.retryAt(now));
        };
    }

    private Uni<Boolean> postpone(Leaving leaving, int attempts, Instant dueAt) {
        return leavings.postpone(leaving, attempts, dueAt).replaceWith(false);
    }
}
