package io.cybervpn.application.server;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says that staff work on a server: from then on it is in maintenance, whatever the panel says of
 * it, until staff say that they are done. Saying it again changes message and end. Customers see
 * it, and those who use the server are written to if that is wanted. Needs {@link
 * Permission#SERVERS_WRITE}; audited.
 */
@Singleton
public final class BeginMaintenance {
    private final UnitOfWork unitOfWork;
    private final Servers servers;
    private final EachServer each;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    BeginMaintenance(
            UnitOfWork unitOfWork,
            Servers servers,
            EachServer each,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.servers = servers;
        this.each = each;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * On which server.
     *
     * @param message for customers; 1 to 500 characters
     * @param expectedEnd empty: nobody knows
     * @param announce whether customers are told by themselves
     */
    public record Command(
            Actor actor,
            ServerId server,
            String message,
            Optional<Instant> expectedEnd,
            boolean announce) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is in maintenance. */
        record Begun() implements Result {}

        /** The end would be over already. */
        record EndIsPast() implements Result {}

        /** There is no such server. */
        record NoSuchServer() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Begins. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.SERVERS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        Instant now = clock.instant();
        return command.expectedEnd().filter(end -> !end.isAfter(now)).isPresent()
                ? answer(new Result.EndIsPast())
                : unitOfWork.run(
                        () ->
                                servers.lock(command.server())
                                        .chain(found -> begin(found, command, now)));
    }

    private Uni<Result> begin(Optional<Server> found, Command command, Instant now) {
        return found.map(server -> begin(server, command, now))
                .orElseGet(() -> answer(new Result.NoSuchServer()));
    }

    private Uni<Result> begin(Server server, Command command, Instant now) {
        Condition next =
                server.condition().maintained(command.message(), command.expectedEnd(), now);
        return each.save(List.of(server.in(next, now)))
                .chain(() -> audit.append(entry(command)))
                .chain(() -> announce(server, command, now))
                .replaceWith(new Result.Begun());
    }

    private static AuditTrail.Entry entry(Command command) {
        return AuditTrail.Entry.of(
                        command.actor(),
                        "server.begin_maintenance",
                        "server",
                        command.server().value())
                .with(
                        Changes.created(
                                Map.of(
                                        "message",
                                        command.message(),
                                        "expectedEnd",
                                        end(command),
                                        "announce",
                                        command.announce())));
    }

    private Uni<Void> announce(Server server, Command command, Instant now) {
        return command.announce()
                ? outbox.append(
                        new MaintenanceAnnounced(
                                server.id(), server.name(), command.message(), end(command), now))
                : Uni.createFrom().voidItem();
    }

    private static String end(Command command) {
        return command.expectedEnd().map(Instant::toString).orElse("");
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
