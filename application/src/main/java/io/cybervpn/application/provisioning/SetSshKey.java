package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.SshKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Has a customer's server let him in by a key of his; the one before opens nothing any more. It is
 * kept on the panel alone. Audited. Repeatable.
 */
@Singleton
public final class SetSshKey {
    private final OwnAccess own;
    private final PanelDoors doors;
    private final UnitOfWork unitOfWork;
    private final AuditTrail audit;

    @Inject
    SetSshKey(OwnAccess own, PanelDoors doors, UnitOfWork unitOfWork, AuditTrail audit) {
        this.own = own;
        this.doors = doors;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
    }

    /**
     * Whose and which.
     *
     * @param key a line as in {@code authorized_keys}
     */
    public record Command(Actor actor, AccessId access, String key) {}

    /** The answer. */
    public sealed interface Result {
        /** From now on this one opens. */
        record Done() implements Result {}

        /** That is no public key. */
        record NoKey() implements Result {}

        /** It is nothing that takes keys. */
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
                .chain(
                        found ->
                                switch (found) {
                                    case OwnAccess.Found.Usable usable -> set(usable, command);
                                    case OwnAccess.Found.NotReady() ->
                                            answer(new Result.NotReady());
                                    case OwnAccess.Found.NoSuchSubscription() ->
                                            answer(new Result.NoSuchSubscription());
                                });
    }

    private Uni<Result> set(OwnAccess.Found.Usable usable, Command command) {
        return SshKey.parse(command.key())
                .map(key -> set(usable, command.actor(), key))
                .orElseGet(() -> answer(new Result.NoKey()));
    }

    private Uni<Result> set(OwnAccess.Found.Usable usable, Actor actor, SshKey key) {
        return note(actor, usable.id())
                .chain(() -> doors.setSshKey(usable.id(), usable.user(), key))
                .<Result>map(done -> done ? new Result.Done() : new Result.NotOffered())
                .onFailure(ViewServiceAccess::isOutage)
                .recoverWithItem(new Result.NoAnswer());
    }

    private Uni<Void> note(Actor actor, AccessId access) {
        return unitOfWork.run(
                () ->
                        audit.append(
                                AuditTrail.Entry.of(
                                        actor,
                                        "provisioning.set_ssh_key",
                                        "subscription",
                                        access.value())));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
