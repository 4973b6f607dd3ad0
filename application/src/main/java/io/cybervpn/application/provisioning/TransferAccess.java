package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Moves one access to another panel without a gap. Needs {@link Permission#PROVISIONING_WRITE};
 * audited. Repeatable: who is wanted there already stays.
 */
@Singleton
public final class TransferAccess {
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Panels panels;
    private final AccessPlaces places;
    private final MoveAccess move;
    private final AuditTrail audit;

    @Inject
    TransferAccess(
            UnitOfWork unitOfWork,
            Accesses accesses,
            Panels panels,
            AccessPlaces places,
            MoveAccess move,
            AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.panels = panels;
        this.places = places;
        this.move = move;
        this.audit = audit;
    }

    /**
     * Which and where to.
     *
     * @param panel empty: wherever it would be placed if its panel were not there
     */
    public record Command(Actor actor, AccessId access, Optional<PanelId> panel) {}

    /** The answer. */
    public sealed interface Result {
        /** It is wanted there now, and brought within seconds. */
        record Moved(PanelId panel) implements Result {}

        /** It was wanted there already. */
        record Unchanged(PanelId panel) implements Result {}

        /**
         * The panel takes no new accesses, or lacks a server group; or no other panel takes it; or
         * it is a server, whose data would be lost.
         */
        record NoPlace() implements Result {}

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** There is no such access, or nothing was wanted yet. */
        record NoSuchAccess() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Moves it. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PROVISIONING_WRITE)) {
            return answer(new Result.Forbidden());
        }
        if (command.panel().isPresent() && command.panel().flatMap(panels::find).isEmpty()) {
            return answer(new Result.NoSuchPanel());
        }
        return unitOfWork.run(
                () -> accesses.lock(command.access()).chain(found -> transfer(found, command)));
    }

    private Uni<Result> transfer(Optional<Access> found, Command command) {
        return found.map(access -> transfer(access, command))
                .orElseGet(() -> answer(new Result.NoSuchAccess()));
    }

    private Uni<Result> transfer(Access access, Command command) {
        PanelId from = access.desire().panel();
        Optional<PanelId> to =
                command.panel().isPresent()
                        ? command.panel().filter(id -> id.equals(from) || takes(id, access))
                        : places.nextFor(access.desire().spec(), from);
        return to.map(panel -> moveTo(panel, access, command.actor()))
                .orElseGet(() -> answer(new Result.NoPlace()));
    }

    private boolean takes(PanelId id, Access access) {
        return panels.find(id)
                .map(Panels.Known::panel)
                .filter(panel -> panel.mode() == PanelMode.ACTIVE)
                .filter(_ -> access.desire().spec().entitlement().resources().isMovable())
                .filter(panel -> panel.offers(access.desire().spec().entitlement()))
                .isPresent();
    }

    private Uni<Result> moveTo(PanelId panel, Access access, Actor actor) {
        return move.to(panel, access)
                .chain(
                        moved ->
                                moved
                                        ? record(panel, access, actor)
                                        : answer(new Result.Unchanged(panel)));
    }

    private Uni<Result> record(PanelId panel, Access access, Actor actor) {
        return audit.append(
                        AuditTrail.Entry.of(
                                        actor,
                                        "provisioning.transfer",
                                        "access",
                                        access.desire().id().value())
                                .with(
                                        Changes.none()
                                                .and(
                                                        "panel",
                                                        access.desire().panel().value().toString(),
                                                        panel.value().toString())))
                .replaceWith(new Result.Moved(panel));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
