package io.cybervpn.application.server;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Says that staff are done with a server: it is again what was seen of it meanwhile. Needs {@link
 * Permission#SERVERS_WRITE}; audited.
 */
@Singleton
public final class EndMaintenance {
    private final UnitOfWork unitOfWork;
    private final Servers servers;
    private final EachServer each;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    EndMaintenance(
            UnitOfWork unitOfWork,
            Servers servers,
            EachServer each,
            AuditTrail audit,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.servers = servers;
        this.each = each;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of which server. */
    public record Command(Actor actor, ServerId server) {}

    /** What came of it. */
    public enum Result {
        /** It is over. */
        ENDED,
        /** There was none; nothing was done. */
        NOT_IN_MAINTENANCE,
        /** There is no such server. */
        NO_SUCH_SERVER,
        /** The actor may not. */
        FORBIDDEN
    }

    /** Ends it. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.SERVERS_WRITE)
                ? unitOfWork.run(
                        () -> servers.lock(command.server()).chain(found -> end(found, command)))
                : answer(Result.FORBIDDEN);
    }

    private Uni<Result> end(Optional<Server> found, Command command) {
        if (found.isEmpty()) {
            return answer(Result.NO_SUCH_SERVER);
        }
        return found.filter(server -> server.condition().maintenance().isPresent())
                .map(server -> end(server, command))
                .orElseGet(() -> answer(Result.NOT_IN_MAINTENANCE));
    }

    private Uni<Result> end(Server server, Command command) {
        return each.save(List.of(server.in(server.condition().released(), clock.instant())))
                .chain(
                        () ->
                                audit.append(
                                        AuditTrail.Entry.of(
                                                command.actor(),
                                                "server.end_maintenance",
                                                "server",
                                                command.server().value())))
                .replaceWith(Result.ENDED);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
