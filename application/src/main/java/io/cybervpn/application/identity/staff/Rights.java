package io.cybervpn.application.identity.staff;

import io.cybervpn.application.identity.port.StaffGrants;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.repository.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes who may do what; afterwards this instance goes by it at once. */
@Singleton
final class Rights {
    private final UnitOfWork unitOfWork;
    private final Roles roles;
    private final StaffGrants grants;
    private final Clock clock;

    @Inject
    Rights(UnitOfWork unitOfWork, Roles roles, StaffGrants grants, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.roles = roles;
        this.grants = grants;
        this.clock = clock;
    }

    <T> Uni<T> change(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).call(grants::forget);
    }

    <T> Uni<T> read(Supplier<Uni<T>> work) {
        return unitOfWork.run(work);
    }

    /** In milliseconds: what the first answer says is what the store gives later. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A role, built in or own, in the open unit of work. */
    Uni<Optional<RoleView>> find(RoleCode code) {
        Optional<RoleView> builtIn = BuiltInRole.find(code).map(BuiltInRole::view);
        return builtIn.isPresent()
                ? Uni.createFrom().item(builtIn)
                : roles.find(code).map(found -> found.map(RoleView::of));
    }

    /** Whether the actor may grant or take away all of these: he holds them himself. */
    static boolean covers(Actor actor, Collection<Permission> permissions) {
        return permissions.stream().allMatch(actor::may);
    }
}
