package io.cybervpn.application.server;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.Place;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Face;
import io.cybervpn.domain.server.repository.ServerFaces;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Changes how a server is shown: its name, place in lists, whether customers see it, how many find
 * room on it, where it is. Needs {@link Permission#SERVERS_WRITE}; audited.
 */
@Singleton
public final class EditServer {
    private final UnitOfWork unitOfWork;
    private final ServerFaces faces;
    private final AuditTrail audit;

    @Inject
    EditServer(UnitOfWork unitOfWork, ServerFaces faces, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.faces = faces;
        this.audit = audit;
    }

    /**
     * What shall be other; what is empty stays.
     *
     * @param name empty text: the panel's again
     * @param capacityUsers 0: nobody says
     * @param place {@link Spot.Automatic}: what configuration or its country say
     */
    public record Edit(
            Optional<String> name,
            Optional<Integer> position,
            Optional<Boolean> hidden,
            Optional<Long> capacityUsers,
            Optional<Spot> place) {}

    /** Where a server shall be. */
    public sealed interface Spot {
        /** Here. */
        record At(Place place) implements Spot {}

        /** Where configuration or its country say. */
        record Automatic() implements Spot {}
    }

    /**
     * Which.
     *
     * @param version the one that was seen
     */
    public record Command(Actor actor, ServerId server, long version, Edit edit) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is so now. */
        record Edited() implements Result {}

        /** Somebody was quicker; look again. */
        record Stale(long currentVersion) implements Result {}

        /** There is no such server. */
        record NoSuchServer() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Edits. Repeating it with the same version is refused as stale. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.SERVERS_WRITE)
                ? unitOfWork.run(
                        () -> faces.lock(command.server()).chain(found -> edit(found, command)))
                : answer(new Result.Forbidden());
    }

    private Uni<Result> edit(Optional<ServerFaces.Versioned> found, Command command) {
        if (found.isEmpty()) {
            return answer(new Result.NoSuchServer());
        }
        ServerFaces.Versioned now = found.get();
        return now.version() == command.version()
                ? save(now.face(), changed(now.face(), command.edit()), command)
                : answer(new Result.Stale(now.version()));
    }

    private Uni<Result> save(Face before, Face after, Command command) {
        return faces.save(command.server(), new ServerFaces.Versioned(after, command.version() + 1))
                .chain(
                        () ->
                                audit.append(
                                        AuditTrail.Entry.of(
                                                        command.actor(),
                                                        "server.edit",
                                                        "server",
                                                        command.server().value())
                                                .with(
                                                        Changes.between(
                                                                fields(before), fields(after)))))
                .replaceWith(new Result.Edited());
    }

    private static Face changed(Face face, Edit edit) {
        return new Face(
                edit.name().map(EditServer::some).orElse(face.shownName()),
                edit.position().orElse(face.position()),
                edit.hidden().orElse(face.hidden()),
                edit.capacityUsers()
                        .map(users -> Optional.of(users).filter(count -> count > 0))
                        .orElse(face.capacityUsers()),
                edit.place().map(EditServer::placeOf).orElse(face.place()));
    }

    private static Optional<String> some(String name) {
        return Optional.of(name.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Place> placeOf(Spot spot) {
        return switch (spot) {
            case Spot.At(var place) -> Optional.of(place);
            case Spot.Automatic() -> Optional.empty();
        };
    }

    private static Map<String, Object> fields(Face face) {
        return Map.of(
                "name", face.shownName().orElse(""),
                "position", face.position(),
                "hidden", face.hidden(),
                "capacityUsers", face.capacityUsers().map(String::valueOf).orElse(""),
                "place", face.place().map(Place::toString).orElse(""));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
