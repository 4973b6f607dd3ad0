package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows a customer the way in to what he has, where it is no VPN. */
@Singleton
public final class ShowServiceDoor {
    private final OwnAccess own;
    private final PanelDoors doors;

    @Inject
    ShowServiceDoor(OwnAccess own, PanelDoors doors) {
        this.own = own;
        this.doors = doors;
    }

    /** Whose and which. */
    public record Query(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** Here it is. */
        record Shown(ServiceDoor door) implements Result {}

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
        return own.find(query.actor(), query.access()).chain(this::show);
    }

    private Uni<Result> show(OwnAccess.Found found) {
        return switch (found) {
            case OwnAccess.Found.Usable usable ->
                    doors.of(usable.id(), usable.user())
                            .map(ShowServiceDoor::shown)
                            .onFailure(ShowServiceDoor::isOutage)
                            .recoverWithItem(new Result.NoAnswer());
            case OwnAccess.Found.NotReady() -> answer(new Result.NotReady());
            case OwnAccess.Found.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
        };
    }

    private static Result shown(Optional<ServiceDoor> door) {
        return door.<Result>map(Result.Shown::new).orElseGet(Result.NotOffered::new);
    }

    static boolean isOutage(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
