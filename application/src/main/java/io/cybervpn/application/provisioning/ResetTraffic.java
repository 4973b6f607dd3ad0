package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.AccessDoor.Entry;
import io.cybervpn.application.provisioning.port.PanelActions;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/**
 * Sets the used traffic of a subscription to nothing by hand (R53, R163). The periodic reset is the
 * panel's and nobody else's. Whatever came of the call, the access is looked at once more, so that
 * we know what the panel counts now. Repeatable: nothing is less than nothing.
 */
@Singleton
public final class ResetTraffic {
    private final AccessDoor door;
    private final PanelActions panel;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ResetTraffic(
            AccessDoor door,
            PanelActions panel,
            UnitOfWork unitOfWork,
            Accesses accesses,
            AuditTrail audit,
            Clock clock) {
        this.door = door;
        this.panel = panel;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose; for staff with {@link Permission#ACCESS_WRITE}. */
    public record Command(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** It is nothing again. */
        record Reset() implements Result {}

        /** The panel does not have the access yet. */
        record NotReady() implements Result {}

        /** There is no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer: it is not known whether it was done. Ask again. */
        record NoAnswer() implements Result {}

        /** The actor may not do it. */
        record Denied() implements Result {}
    }

    /** Resets. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.ACCESS_WRITE)
                ? door.enter(command.actor(), command.access(), Permission.ACCESS_WRITE)
                        .chain(entry -> reset(entry, command.actor()))
                : answer(new Result.Denied());
    }

    private Uni<Result> reset(Entry entry, Actor actor) {
        return switch (entry) {
            case Entry.Open open ->
                    note(actor, open.id())
                            .chain(() -> call(open.user()))
                            .call(() -> lookAgain(open.id()));
            case Entry.NotReady() -> answer(new Result.NotReady());
            case Entry.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
            case Entry.Denied() -> answer(new Result.Denied());
        };
    }

    /** Before it is done, for it may be done without our hearing of it. */
    private Uni<Void> note(Actor actor, AccessId access) {
        return unitOfWork.run(
                () ->
                        audit.append(
                                AuditTrail.Entry.of(
                                        actor,
                                        "provisioning.reset_traffic",
                                        "subscription",
                                        access.value())));
    }

    private Uni<Result> call(PanelUser user) {
        return panel.resetTraffic(user)
                .<Result>replaceWith(new Result.Reset())
                .onFailure(PanelUnavailable.class)
                .recoverWithItem(new Result.NoAnswer());
    }

    private Uni<Integer> lookAgain(AccessId access) {
        return unitOfWork.run(() -> accesses.recheck(Set.of(access), clock.instant()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
