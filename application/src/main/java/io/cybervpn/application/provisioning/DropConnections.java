package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.AccessDoor.Entry;
import io.cybervpn.application.provisioning.port.PanelActions;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Ends the connections that a subscription has now, by hand. Repeatable. */
@Singleton
public final class DropConnections {
    private final AccessDoor door;
    private final PanelActions panel;
    private final UnitOfWork unitOfWork;
    private final AuditTrail audit;

    @Inject
    DropConnections(AccessDoor door, PanelActions panel, UnitOfWork unitOfWork, AuditTrail audit) {
        this.door = door;
        this.panel = panel;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
    }

    /** Whose; for staff with {@link Permission#ACCESS_WRITE}. */
    public record Command(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** The servers end them. */
        record Dropped() implements Result {}

        /** There are none, since no server is connected to the panel. */
        record NobodyConnected() implements Result {}

        /** This panel cannot do that. */
        record NotOffered() implements Result {}

        /** The panel does not have the access yet. */
        record NotReady() implements Result {}

        /** There is no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer: it is not known whether it was done. Ask again. */
        record NoAnswer() implements Result {}

        /** The actor may not do it. */
        record Denied() implements Result {}
    }

    /** Drops. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.ACCESS_WRITE)
                ? door.enter(command.actor(), command.access(), Permission.ACCESS_WRITE)
                        .chain(entry -> drop(entry, command.actor()))
                : answer(new Result.Denied());
    }

    private Uni<Result> drop(Entry entry, Actor actor) {
        return switch (entry) {
            case Entry.Open open -> note(actor, open.id()).chain(() -> call(open));
            case Entry.NotReady() -> answer(new Result.NotReady());
            case Entry.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
            case Entry.Denied() -> answer(new Result.Denied());
        };
    }

    private Uni<Void> note(Actor actor, AccessId access) {
        return unitOfWork.run(
                () ->
                        audit.append(
                                AuditTrail.Entry.of(
                                        actor,
                                        "provisioning.drop_connections",
                                        "subscription",
                                        access.value())));
    }

    private Uni<Result> call(Entry.Open open) {
        return panel.dropConnections(open.user())
                .map(DropConnections::result)
                .onFailure(PanelUnavailable.class)
                .recoverWithItem(new Result.NoAnswer());
    }

    private static Result result(PanelActions.Dropped dropped) {
        return switch (dropped) {
            case TOLD -> new Result.Dropped();
            case NOBODY_CONNECTED -> new Result.NobodyConnected();
            case NOT_OFFERED -> new Result.NotOffered();
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
