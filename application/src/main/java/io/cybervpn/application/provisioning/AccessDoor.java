package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets customers to their own access, and staff with a permission to anybody's. */
@Singleton
final class AccessDoor {
    private final UnitOfWork unitOfWork;
    private final OwnAccess own;
    private final Accesses accesses;

    @Inject
    AccessDoor(UnitOfWork unitOfWork, OwnAccess own, Accesses accesses) {
        this.unitOfWork = unitOfWork;
        this.own = own;
        this.accesses = accesses;
    }

    sealed interface Entry {
        /**
         * The panel has it.
         *
         * @param devices how many of them are allowed
         */
        record Open(AccessId id, PanelUser user, Limit devices, Limit traffic) implements Entry {}

        /** It is not there yet. */
        record NotReady() implements Entry {}

        /** There is no such thing, or it is somebody else's. */
        record NoSuchSubscription() implements Entry {}

        /** Staff without the permission, or nobody. */
        record Denied() implements Entry {}
    }

    Uni<Entry> enter(Actor actor, AccessId id, Permission permission) {
        return switch (actor) {
            case Actor.Customer _ -> own.find(actor, id).chain(found -> enter(found, id));
            case Actor.Staff _, Actor.Key _, Actor.System _ when actor.may(permission) -> open(id);
            case Actor.Guest _, Actor.Staff _, Actor.Key _, Actor.System _ ->
                    Uni.createFrom().item(new Entry.Denied());
        };
    }

    private Uni<Entry> enter(OwnAccess.Found found, AccessId id) {
        return switch (found) {
            case OwnAccess.Found.Usable _ -> open(id);
            case OwnAccess.Found.NotReady() -> Uni.createFrom().item(new Entry.NotReady());
            case OwnAccess.Found.NoSuchSubscription() ->
                    Uni.createFrom().item(new Entry.NoSuchSubscription());
        };
    }

    private Uni<Entry> open(AccessId id) {
        return unitOfWork.run(() -> accesses.find(id)).map(AccessDoor::open);
    }

    private static Entry open(Optional<Access> found) {
        return found.map(AccessDoor::open).orElseGet(Entry.NoSuchSubscription::new);
    }

    private static Entry open(Access access) {
        var spec = access.desire().spec().entitlement();
        return switch (access.sight()) {
            case Sight.Never() -> new Entry.NotReady();
            case Sight.Seen(var _, var user) ->
                    new Entry.Open(access.desire().id(), user, spec.devices(), spec.trafficBytes());
        };
    }
}
