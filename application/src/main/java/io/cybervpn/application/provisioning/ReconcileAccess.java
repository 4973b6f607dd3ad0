package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelHealth;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Brought;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Leavings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Brings a batch of due wishes to their panels. Any number of instances may do so at once: a record
 * is leased to one of them, the panel is called with no transaction open, and the result is stored
 * in another one. A crash between the two only delays: the lease runs out and the same absolute
 * values are brought again.
 *
 * <p>Each panel has a batch of its own, so that one that hangs takes nothing from the others. Of a
 * panel that is down nothing is taken but one record at times, to see whether it is back; what it
 * was not asked for waits and counts as no attempt; nor does it count while a panel is at work.
 */
@Singleton
public final class ReconcileAccess {
    /** Longer than the slowest series of calls that brings one access. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Of one panel. */
    private static final int PARALLEL_MAX = 8;

    private static final int PANELS_MAX = 64;

    /** Before a record is taken again whose panel was not asked. */
    private static final Duration UNTRIED_WAIT = Duration.ofSeconds(2);

    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Panels panels;
    private final Outbox outbox;
    private final LinkUpkeep links;
    private final Leavings leavings;
    private final AskPanel askPanel;
    private final EndOfMachines ends;
    private final Clock clock;

    @Inject
    ReconcileAccess(
            UnitOfWork unitOfWork,
            Accesses accesses,
            Leavings leavings,
            Panels panels,
            Outbox outbox,
            LinkUpkeep links,
            AskPanel askPanel,
            EndOfMachines ends,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.leavings = leavings;
        this.panels = panels;
        this.outbox = outbox;
        this.links = links;
        this.askPanel = askPanel;
        this.ends = ends;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param panel empty: of each panel a batch
     * @param limit records to take of a panel, 1 to 100
     */
    public record Command(Optional<PanelId> panel, int limit) {
        /** A batch of each panel. */
        public Command(int limit) {
            this(Optional.empty(), limit);
        }
    }

    /**
     * What was done.
     *
     * @param taken records taken; fewer than the limit means that nothing more is due
     * @param ready those that the panel has now
     */
    public record Result(int taken, int ready) {
        private Result plus(Result other) {
            return new Result(taken + other.taken, ready + other.ready);
        }
    }

    /** Takes, brings and stores. */
    public Uni<Result> execute(Command command) {
        return Multi.createFrom()
                .items(command.panel().map(Stream::of).orElseGet(this::atWork))
                .onItem()
                .transformToUni(panel -> batch(panel, command.limit()))
                .merge(PANELS_MAX)
                .collect()
                .in(() -> new AtomicReference<>(new Result(0, 0)), ReconcileAccess::add)
                .map(AtomicReference::get);
    }

    private static void add(AtomicReference<Result> sum, Result one) {
        sum.updateAndGet(one::plus);
    }

    private Stream<PanelId> atWork() {
        return panels.all().stream()
                .map(Panels.Known::panel)
                .filter(panel -> panel.mode() != PanelMode.OFF)
                .map(Panel::id);
    }

    private Uni<Result> batch(PanelId panel, int limit) {
        int most = mostOf(panels.health(panel).circuit(), limit);
        return most == 0
                ? Uni.createFrom().item(new Result(0, 0))
                : unitOfWork
                        .run(() -> accesses.claim(panel, most, clock.instant(), LEASE))
                        .chain(this::bringAll)
                        .call(done -> done.taken() == 0 ? links.nothing() : links.settle());
    }

    private static int mostOf(PanelHealth.Circuit circuit, int limit) {
        return switch (circuit) {
            case CLOSED -> limit;
            case TRYING -> 1;
            case OPEN -> 0;
        };
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
        return askPanel.of(wish).chain(outcome -> settle(wish, outcome));
    }

    /** A result that cannot be stored is lost; the lease runs out and it is brought again. */
    private Uni<Boolean> settle(Desire brought, AskPanel.Outcome outcome) {
        return unitOfWork
                .run(() -> lockAndStore(brought, outcome))
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Boolean> lockAndStore(Desire brought, AskPanel.Outcome outcome) {
        return accesses.lock(brought.id())
                .map(found -> found.orElseThrow(() -> vanished(brought.id())))
                .chain(access -> store(access, brought.generation(), outcome));
    }

    private Uni<Boolean> store(Access access, long generation, AskPanel.Outcome outcome) {
        return switch (outcome) {
            case AskPanel.Outcome.Done(var user) ->
                    leave(access, user)
                            .chain(() -> store(access.brought(generation, user, clock.instant())));
            case AskPanel.Outcome.Unknown(var error) ->
                    settle(access.failed(generation, error, clock.instant())).replaceWith(false);
            case AskPanel.Outcome.No(var reason) ->
                    settle(access.refused(generation, reason, clock.instant()))
                            .call(() -> atItsRemoval(access.desire()))
                            .replaceWith(false);
            case AskPanel.Outcome.Gone() -> remove(access, generation).replaceWith(false);
            case AskPanel.Outcome.Busy(var task, var askAfter) ->
                    settle(busy(access, generation, task, askAfter)).replaceWith(false);
            case AskPanel.Outcome.Untried() ->
                    accesses.release(access.desire().id(), clock.instant().plus(UNTRIED_WAIT))
                            .replaceWith(false);
        };
    }

    /** Who was seen elsewhere until now is removed there, in his own time. */
    private Uni<Void> leave(Access access, PanelUser brought) {
        return access.leaves(brought)
                .map(panel -> leavings.add(access.desire().id(), panel, clock.instant()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Boolean> store(Brought brought) {
        return switch (brought) {
            case Brought.Granted(var ready, var event) ->
                    settle(ready)
                            .chain(() -> outbox.append(event))
                            .call(() -> atItsEnd(ready.desire()))
                            .replaceWith(true);
            case Brought.Confirmed(var ready) ->
                    settle(ready).call(() -> atItsEnd(ready.desire())).replaceWith(true);
            case Brought.Behind(var pending) -> settle(pending).replaceWith(false);
        };
    }

    private Access busy(Access access, long generation, String task, Duration askAfter) {
        boolean parks =
                panels.find(access.desire().panel())
                        .map(known -> known.panel().kind().parksLongWork())
                        .orElse(true);
        return parks
                ? access.busy(generation, task, askAfter, clock.instant())
                : access.atWork(generation, task, askAfter, clock.instant());
    }

    /** It is due again when it ends, where the panel lets it run on, and when it is removed. */
    private Uni<Void> atItsEnd(Desire wish) {
        return ends.nextOf(wish)
                .map(at -> accesses.release(wish.id(), at))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** What cannot be stopped can be removed; that it cannot be removed is for staff. */
    private Uni<Void> atItsRemoval(Desire wish) {
        return wish.spec()
                .removeAt()
                .filter(at -> at.isAfter(clock.instant()))
                .map(at -> accesses.release(wish.id(), at))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** It is gone, with all data: that is kept for whoever asks for it. */
    private Uni<Void> remove(Access access, long generation) {
        return settle(access.removed(generation, clock.instant()))
                .chain(() -> ends.noteRemoved(access.desire().id()));
    }

    private Uni<Void> settle(Access access) {
        return accesses.settle(access, clock.instant());
    }

    private static IllegalStateException vanished(AccessId id) {
        return new IllegalStateException("a leased record is gone: " + id.value());
    }
}
