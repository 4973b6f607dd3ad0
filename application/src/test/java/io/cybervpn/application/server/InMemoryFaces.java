package io.cybervpn.application.server;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.server.Place;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Face;
import io.cybervpn.domain.server.repository.ServerFaces;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Faces and places in memory. */
public final class InMemoryFaces implements ServerFaces {
    private static final Face PLAIN =
            new Face(Optional.empty(), 0, false, Optional.empty(), Optional.empty());

    private final InMemoryTable<ServerId, Unplaced> servers;
    private final InMemoryTable<ServerId, Versioned> faces;
    private final InMemoryTable<ServerId, Placed> places;

    public InMemoryFaces(InMemoryUnitOfWork unitOfWork) {
        this.servers = unitOfWork.table();
        this.faces = unitOfWork.table();
        this.places = unitOfWork.table();
    }

    void add(Unplaced server) {
        servers.put(server.id(), server);
        faces.put(server.id(), new Versioned(PLAIN, 1));
    }

    Optional<Place> placeOf(ServerId id) {
        return faces.get(id)
                .flatMap(found -> found.face().place())
                .or(() -> places.get(id).map(Placed::place));
    }

    @Override
    public Uni<Optional<Versioned>> lock(ServerId id) {
        return Uni.createFrom().item(() -> faces.get(id));
    }

    @Override
    public Uni<Void> save(ServerId id, Versioned next) {
        return Uni.createFrom().voidItem().invoke(() -> faces.put(id, next));
    }

    @Override
    public Uni<List<Unplaced>> unplaced(Optional<ServerId> after, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                servers.where(one -> isFree(one.id(), after)).stream()
                                        .sorted(Comparator.comparing(InMemoryFaces::key))
                                        .limit(limit)
                                        .toList());
    }

    private boolean isFree(ServerId id, Optional<ServerId> after) {
        boolean later =
                after.filter(last -> id.value().toString().compareTo(last.value().toString()) <= 0)
                        .isEmpty();
        return later && faces.get(id).flatMap(found -> found.face().place()).isEmpty();
    }

    private static String key(Unplaced one) {
        return one.id().value().toString();
    }

    @Override
    public Uni<Void> place(List<Placed> placed) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> placed.forEach(one -> places.put(one.id(), one)));
    }
}
