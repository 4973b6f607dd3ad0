package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Brought;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Brings a batch of due wishes to the panel. Any number of instances may do so at once: a record is
 * leased to one of them, the panel is called with no transaction open, and the result is stored in
 * another one. A crash between the two only delays: the lease runs out and the same absolute values
 * are brought again.
 */
@Singleton
public final class ReconcileAccess {
    /** Longer than the slowest series of calls that brings one access. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int PARALLEL_MAX = 8;
    private static final int ERROR_LENGTH_MAX = 500;

    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final VpnPanel panel;
    private final Outbox outbox;
    private final LinkUpkeep links;
    private final Clock clock;

    @Inject
    ReconcileAccess(
            UnitOfWork unitOfWork,
            Accesses accesses,
            VpnPanel panel,
            Outbox outbox,
            LinkUpkeep links,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.panel = panel;
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit records to take, 1 to 100
     */
    public record Command(int limit) {}

    /**
     * What was done.
     *
     * @param taken records taken; fewer than the limit means that nothing more is due
     * @param ready those that the panel has now
     */
    public record Result(int taken, int ready) {}

    private sealed interface Outcome {
        record Done(PanelUser user) implements Outcome {}

        record Unknown(String error) implements Outcome {}

        record No(String reason) implements Outcome {}
    }

    /** Takes, brings and stores one batch. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(() -> accesses.claim(command.limit(), clock.instant(), LEASE))
                .chain(this::bringAll)
                .call(done -> done.taken() == 0 ? links.nothing() : links.settle());
    }

    private Uni<Result> bringAll(List<Access> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .map(Access::desire)
                .onItem()
                .transformToUni(this::bring)
                .merge(PARALLEL_MAX)
                .collect()
                .asList()
                .map(readiness -> count(taken, readiness));
    }

    private static Result count(List<Access> taken, List<Boolean> readiness) {
        return new Result(taken.size(), (int) readiness.stream().filter(ready -> ready).count());
    }

    private Uni<Boolean> bring(Desire wish) {
        return Uni.createFrom()
                .deferred(() -> panel.bring(wish.id(), wish.spec()))
                .<Outcome>map(Outcome.Done::new)
                .onFailure()
                .recoverWithItem(ReconcileAccess::outcomeOf)
                .chain(outcome -> settle(wish, outcome));
    }

    private static Outcome outcomeOf(Throwable failure) {
        return failure instanceof PanelRefused refused
                ? new Outcome.No(describe(refused))
                : new Outcome.Unknown(describe(failure));
    }

    /** A result that cannot be stored is lost; the lease runs out and it is brought again. */
    private Uni<Boolean> settle(Desire brought, Outcome outcome) {
        return unitOfWork
                .run(() -> lockAndStore(brought, outcome))
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Boolean> lockAndStore(Desire brought, Outcome outcome) {
        return accesses.lock(brought.id())
                .map(found -> found.orElseThrow(() -> vanished(brought.id())))
                .chain(access -> store(access, brought.generation(), outcome));
    }

    private Uni<Boolean> store(Access access, long generation, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var user) -> store(access.brought(generation, user, clock.instant()));
            case Outcome.Unknown(var error) ->
                    settle(access.failed(generation, error, clock.instant())).replaceWith(false);
            case Outcome.No(var reason) ->
                    settle(access.refused(generation, reason, clock.instant())).replaceWith(false);
        };
    }

    private Uni<Boolean> store(Brought brought) {
        return switch (brought) {
            case Brought.Granted(var ready, var event) ->
                    settle(ready).chain(() -> outbox.append(event)).replaceWith(true);
            case Brought.Confirmed(var ready) -> settle(ready).replaceWith(true);
            case Brought.Behind(var pending) -> settle(pending).replaceWith(false);
        };
    }

    private Uni<Void> settle(Access access) {
        return accesses.settle(access, clock.instant());
    }

    private static String describe(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() > ERROR_LENGTH_MAX ? text.substring(0, ERROR_LENGTH_MAX) : text;
    }

    private static IllegalStateException vanished(AccessId id) {
        return new IllegalStateException("a leased record is gone: " + id.value());
    }
}
