package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives a customer another password of what he has; the one before opens nothing any more. It is
 * told once and kept nowhere. Audited. Repeatable: each call makes another.
 */
@Singleton
public final class ResetCredential {
    private final OwnAccess own;
    private final PanelDoors doors;
    private final UnitOfWork unitOfWork;
    private final AuditTrail audit;

    @Inject
    ResetCredential(OwnAccess own, PanelDoors doors, UnitOfWork unitOfWork, AuditTrail audit) {
        this.own = own;
        this.doors = doors;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
    }

    /** Whose and which. */
    public record Command(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** From now on this one opens. */
        record Made(String password) implements Result {
            /** Leaves the password out. */
            @Override
            public String toString() {
                return "Made[]";
            }
        }

        /** There is none to give. */
        record NotOffered() implements Result {}

        /** The panel does not have it yet; ask again in a while. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer: it is not known which one opens. Ask again. */
        record NoAnswer() implements Result {}
    }

    /** Asks the panel. */
    public Uni<Result> execute(Command command) {
        return own.find(command.actor(), command.access())
                .chain(found -> reset(found, command.actor()));
    }

    private Uni<Result> reset(OwnAccess.Found found, Actor actor) {
        return switch (found) {
            case OwnAccess.Found.Usable usable ->
                    note(actor, usable.id())
                            .chain(() -> doors.resetCredential(usable.id(), usable.user()))
                            .map(ResetCredential::made)
                            .onFailure(ViewServiceAccess::isOutage)
                            .recoverWithItem(new Result.NoAnswer());
            case OwnAccess.Found.NotReady() -> answer(new Result.NotReady());
            case OwnAccess.Found.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
        };
    }

    private Uni<Void> note(Actor actor, AccessId access) {
        return unitOfWork.run(
                () ->
                        audit.append(
                                AuditTrail.Entry.of(
                                        actor,
                                        "provisioning.reset_credential",
                                        "subscription",
                                        access.value())));
    }

    private static Result made(Optional<String> password) {
        return password.<Result>map(Result.Made::new).orElseGet(Result.NotOffered::new);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
