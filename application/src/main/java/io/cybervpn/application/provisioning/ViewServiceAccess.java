package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.ServiceAccess.State;
import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Shows a customer how far what he has is, and the way in to it, where it is no VPN. */
@Singleton
public final class ViewServiceAccess {
    private final OwnAccess own;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Panels panels;
    private final PanelDoors doors;
    private final HandoverDesk handovers;
    private final Clock clock;

    @Inject
    ViewServiceAccess(
            OwnAccess own,
            UnitOfWork unitOfWork,
            Accesses accesses,
            Panels panels,
            PanelDoors doors,
            HandoverDesk handovers,
            Clock clock) {
        this.own = own;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.panels = panels;
        this.doors = doors;
        this.handovers = handovers;
        this.clock = clock;
    }

    /** Whose and which. */
    public record Query(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** Here it is. */
        record Shown(ServiceAccess access) implements Result {}

        /** There is none: it is a VPN, whose link is all there is. */
        record NotOffered() implements Result {}

        /** The panel does not have it yet; ask again in a while. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer; ask again later. */
        record NoAnswer() implements Result {}
    }

    /** Asks. May be repeated at will. */
    public Uni<Result> execute(Query query) {
        return own.find(query.actor(), query.access())
                .chain(
                        found ->
                                switch (found) {
                                    case OwnAccess.Found.NoSuchSubscription() ->
                                            answer(new Result.NoSuchSubscription());
                                    case OwnAccess.Found.Usable _, OwnAccess.Found.NotReady _ ->
                                            look(query.access());
                                });
    }

    private Uni<Result> look(AccessId id) {
        return unitOfWork
                .run(() -> accesses.find(id))
                .chain(
                        found ->
                                found.map(this::show)
                                        .orElseGet(() -> shown(new ServiceAccess.Undecided())));
    }

    private Uni<Result> show(Access access) {
        boolean usable = access.desire().spec().usableAt(clock.instant());
        return isByHand(access.desire().panel())
                ? unitOfWork.run(() -> handovers.of(access, usable)).map(Result.Shown::new)
                : ask(access, usable);
    }

    private boolean isByHand(PanelId panel) {
        return panels.find(panel)
                .filter(known -> known.panel().kind() == PanelKind.MANUAL)
                .isPresent();
    }

    private Uni<Result> ask(Access access, boolean usable) {
        return switch (access.sight()) {
            case Sight.Never() ->
                    answer(
                            of(
                                    access.desire().spec(),
                                    usable ? State.PREPARING : State.ENDED,
                                    Optional.empty(),
                                    new Result.NotReady()));
            case Sight.Seen(var _, var user) ->
                    doors.of(access.desire().id(), user)
                            .map(
                                    door ->
                                            of(
                                                    access.desire().spec(),
                                                    usable ? State.READY : State.SUSPENDED,
                                                    door,
                                                    new Result.NotOffered()))
                            .onFailure(ViewServiceAccess::isOutage)
                            .recoverWithItem(new Result.NoAnswer());
        };
    }

    private static Result of(
            AccessSpec wish, State state, Optional<ServiceDoor> door, Result ofVpn) {
        return switch (wish.entitlement().resources()) {
            case Resources.None() -> ofVpn;
            case Resources.Machine _ ->
                    new Result.Shown(new ServiceAccess.Machine(state, door, wish.removeAt()));
            case Resources.Line _ -> new Result.Shown(new ServiceAccess.Line(state, door));
        };
    }

    static boolean isOutage(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private static Uni<Result> shown(ServiceAccess access) {
        return answer(new Result.Shown(access));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
