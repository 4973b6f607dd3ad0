package io.cybervpn.application.identity.staff;

import io.cybervpn.application.identity.port.StaffGrants;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes who may do what; afterwards this instance goes by it at once. For the use cases of
 * identity.
 */
@Singleton
public final class Rights {
    private final UnitOfWork unitOfWork;
    private final Roles roles;
    private final StaffGrants grants;
    private final AuditTrail audit;
    private final StepUpRule stepUp;
    private final Clock clock;

    @Inject
    Rights(
            UnitOfWork unitOfWork,
            Roles roles,
            StaffGrants grants,
            AuditTrail audit,
            StepUpRule stepUp,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.roles = roles;
        this.grants = grants;
        this.audit = audit;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** Why the actor may not change who may do what; empty when he may. */
    public Optional<StaffRefusal> refusal(Actor actor, Permission needed) {
        if (!actor.may(needed)) {
            return Optional.of(StaffRefusal.FORBIDDEN);
        }
        return stepUp.isMetBy(actor)
                ? Optional.empty()
                : Optional.of(StaffRefusal.STEP_UP_REQUIRED);
    }

    /** One transaction after which the rights of everybody are looked up anew. */
    public <T> Uni<T> change(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).call(grants::forget);
    }

    /** One transaction that changes nothing. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return unitOfWork.run(work);
    }

    /** In milliseconds: what the first answer says is what the store gives later. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A role, built in or own, in the open unit of work. */
    public Uni<Optional<RoleView>> find(RoleCode code) {
        Optional<RoleView> builtIn = BuiltInRole.find(code).map(BuiltInRole::view);
        return builtIn.isPresent()
                ? Uni.createFrom().item(builtIn)
                : roles.find(code).map(found -> found.map(RoleView::of));
    }

    /** The roles that there are of these, in the open unit of work. */
    public Uni<List<RoleView>> findAll(Collection<RoleCode> codes) {
        Uni<List<RoleView>> found = Uni.createFrom().item(List.of());
        for (RoleCode code : codes) {
            found = found.chain(before -> find(code).map(role -> more(before, role)));
        }
        return found;
    }

    private static List<RoleView> more(List<RoleView> before, Optional<RoleView> role) {
        return Stream.concat(before.stream(), role.stream()).toList();
    }

    /** Says what was done, in the same unit of work. */
    public Uni<Void> record(AuditTrail.Entry entry) {
        return audit.append(entry);
    }

    /** Whether the actor may grant or take away all of these: he holds them himself. */
    public static boolean covers(Actor actor, Collection<Permission> permissions) {
        return permissions.stream().allMatch(actor::may);
    }
}
