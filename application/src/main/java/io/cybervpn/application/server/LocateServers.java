package io.cybervpn.application.server;

import io.cybervpn.application.server.port.Places;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.repository.ServerFaces;
import io.cybervpn.domain.server.repository.ServerFaces.Placed;
import io.cybervpn.domain.server.repository.ServerFaces.Unplaced;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says where servers are, for the globe (R155, R158, R177): where configuration says, else in the
 * middle of the country. What staff say stays. Repeatable; nobody outside is asked.
 */
@Singleton
public final class LocateServers {
    private static final int PAGE_SIZE = 200;

    private final UnitOfWork unitOfWork;
    private final ServerFaces faces;
    private final Places places;

    @Inject
    LocateServers(UnitOfWork unitOfWork, ServerFaces faces, Places places) {
        this.unitOfWork = unitOfWork;
        this.faces = faces;
        this.places = places;
    }

    private record Step(Optional<ServerId> last, int placed) {}

    /** How many servers have a place that staff did not say. */
    public Uni<Integer> execute() {
        AtomicReference<Optional<ServerId>> after = new AtomicReference<>(Optional.empty());
        return Multi.createBy()
                .repeating()
                .uni(() -> step(after.get()).invoke(step -> after.set(step.last())))
                .whilst(step -> step.last().isPresent())
                .collect()
                .asList()
                .map(steps -> steps.stream().mapToInt(Step::placed).sum());
    }

    private Uni<Step> step(Optional<ServerId> after) {
        return unitOfWork.run(() -> faces.unplaced(after, PAGE_SIZE).chain(this::place));
    }

    private Uni<Step> place(List<Unplaced> page) {
        List<Placed> placed = page.stream().map(this::placeOf).flatMap(Optional::stream).toList();
        Optional<ServerId> last =
                page.size() == PAGE_SIZE ? Optional.of(page.getLast().id()) : Optional.empty();
        return faces.place(placed).replaceWith(new Step(last, placed.size()));
    }

    private Optional<Placed> placeOf(Unplaced server) {
        return places.ofNode(server.name())
                .map(place -> new Placed(server.id(), place, "configuration"))
                .or(
                        () ->
                                server.country()
                                        .flatMap(places::ofCountry)
                                        .map(place -> new Placed(server.id(), place, "country")));
    }
}
