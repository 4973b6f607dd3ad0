package io.cybervpn.application.server;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.NodeRef;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Has the panel switch a node on or off, or begin anew. What was asked is in the audit trail before
 * the panel is called, so it is there also when the answer gets lost; then nobody knows whether it
 * was done, and the next sync tells. Needs {@link Permission#SERVERS_WRITE}.
 */
@Singleton
public final class SteerServer {
    private final UnitOfWork unitOfWork;
    private final Servers servers;
    private final PanelNodes nodes;
    private final SyncServers sync;
    private final AuditTrail audit;

    @Inject
    SteerServer(
            UnitOfWork unitOfWork,
            Servers servers,
            PanelNodes nodes,
            SyncServers sync,
            AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.servers = servers;
        this.nodes = nodes;
        this.sync = sync;
        this.audit = audit;
    }

    /** What can be done to a node. */
    public enum Deed {
        /** On. Repeatable. */
        ENABLE("server.enable"),
        /** Off. Repeatable. */
        DISABLE("server.disable"),
        /** Anew; each time its users are cut off. */
        RESTART("server.restart");

        private final String action;

        Deed(String action) {
            this.action = action;
        }
    }

    /** Who wants what done to which. */
    public record Command(Actor actor, ServerId server, Deed deed) {}

    /** What came of it. */
    public sealed interface Result {
        /** The panel took it. */
        record Done() implements Result {}

        /** The panel gave no answer: perhaps it was done. */
        record OutcomeUnknown() implements Result {}

        /**
         * The panel said no.
         *
         * @param message of the panel, for staff
         */
        record Refused(String message) implements Result {}

        /** The panel has no such node any more. */
        record Gone() implements Result {}

        /** There is no such server. */
        record NoSuchServer() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Asks the panel. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.SERVERS_WRITE)
                ? unitOfWork.run(() -> note(command)).chain(found -> steer(found, command))
                : answer(new Result.Forbidden());
    }

    private Uni<Optional<Server>> note(Command command) {
        return servers.lock(command.server())
                .call(
                        found ->
                                found.filter(SteerServer::isThere).isPresent()
                                        ? audit.append(entry(command, command.deed().action))
                                        : Uni.createFrom().voidItem());
    }

    private static AuditTrail.Entry entry(Command command, String action) {
        return AuditTrail.Entry.of(command.actor(), action, "server", command.server().value());
    }

    private static boolean isThere(Server server) {
        return server.condition().goneSince().isEmpty();
    }

    private Uni<Result> steer(Optional<Server> found, Command command) {
        if (found.isEmpty()) {
            return answer(new Result.NoSuchServer());
        }
        return found.filter(SteerServer::isThere)
                .map(server -> call(server.node(), command))
                .orElseGet(() -> answer(new Result.Gone()));
    }

    private Uni<Result> call(NodeRef node, Command command) {
        return order(node, command.deed())
                .chain(() -> sync.of(node.panel()))
                .<Result>replaceWith(new Result.Done())
                .onFailure(PanelRefused.class)
                .recoverWithItem(failure -> new Result.Refused(message(failure)))
                .onFailure(PanelUnavailable.class)
                .recoverWithUni(() -> unknown(command));
    }

    private Uni<Void> order(NodeRef node, Deed deed) {
        return switch (deed) {
            case ENABLE -> nodes.turn(node.panel(), node.node(), true);
            case DISABLE -> nodes.turn(node.panel(), node.node(), false);
            case RESTART -> nodes.restart(node.panel(), node.node());
        };
    }

    private static String message(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse("");
    }

    private Uni<Result> unknown(Command command) {
        return unitOfWork
                .run(() -> audit.append(entry(command, "server.outcome_unknown")))
                .replaceWith(new Result.OutcomeUnknown());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
