package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Moves accesses off the panels that are draining, batch by batch. Those whose server groups no
 * other panel takes stay and are looked at again the next time. Any number of instances may do so
 * at once.
 */
@Singleton
public final class DrainPanels {
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Panels panels;
    private final AccessPlaces places;
    private final MoveAccess move;

    @Inject
    DrainPanels(
            UnitOfWork unitOfWork,
            Accesses accesses,
            Panels panels,
            AccessPlaces places,
            MoveAccess move) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.panels = panels;
        this.places = places;
        this.move = move;
    }

    /**
     * How much to do.
     *
     * @param limit accesses in a unit of work, 1 to 100
     */
    public record Command(int limit) {}

    /**
     * What was done.
     *
     * @param moved accesses that are wanted elsewhere now
     * @param stuck those that no other panel takes
     */
    public record Result(int moved, int stuck) {
        private Result plus(Result other) {
            return new Result(moved + other.moved, stuck + other.stuck);
        }
    }

    private record Batch(Optional<AccessId> last, Result result) {}

    /** Moves all that can be moved. */
    public Uni<Result> execute(Command command) {
        return Multi.createFrom()
                .items(draining())
                .onItem()
                .transformToUniAndConcatenate(panel -> drain(panel, command.limit()))
                .collect()
                .in(() -> new AtomicReference<>(new Result(0, 0)), DrainPanels::add)
                .map(AtomicReference::get);
    }

    private Stream<PanelId> draining() {
        return panels.all().stream()
                .map(Panels.Known::panel)
                .filter(panel -> panel.mode() == PanelMode.DRAINING)
                .map(Panel::id);
    }

    private static void add(AtomicReference<Result> sum, Result one) {
        sum.updateAndGet(one::plus);
    }

    private Uni<Result> drain(PanelId panel, int limit) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<AccessId>empty()),
                        cursor -> batch(panel, cursor, limit))
                .whilst(batch -> batch.last().isPresent())
                .map(Batch::result)
                .collect()
                .in(() -> new AtomicReference<>(new Result(0, 0)), DrainPanels::add)
                .map(AtomicReference::get);
    }

    private Uni<Batch> batch(PanelId panel, AtomicReference<Optional<AccessId>> cursor, int limit) {
        return unitOfWork
                .run(
                        () ->
                                accesses.lockAt(panel, cursor.get(), limit)
                                        .chain(found -> moveAll(panel, found)))
                .invoke(batch -> cursor.set(batch.last()));
    }

    private Uni<Batch> moveAll(PanelId panel, List<Access> found) {
        Uni<Result> result = Uni.createFrom().item(new Result(0, 0));
        for (Access access : found) {
            result = result.chain(sum -> moveOne(panel, access).map(sum::plus));
        }
        Optional<AccessId> last =
                found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().desire().id());
        return result.map(sum -> new Batch(last, sum));
    }

    private Uni<Result> moveOne(PanelId panel, Access access) {
        return places.nextFor(access.desire().spec(), panel)
                .map(next -> move.to(next, access).replaceWith(new Result(1, 0)))
                .orElseGet(() -> Uni.createFrom().item(new Result(0, 1)));
    }
}
