package io.cybervpn.application.identity.staff;

import io.cybervpn.application.identity.port.StaffRecords;
import io.cybervpn.application.identity.port.StaffRecords.Member;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Role;
import io.cybervpn.domain.identity.repository.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports who may what, by which role and until when, whether he shows a second factor and when he
 * was last here (R66). Needs {@link Permission#STAFF_READ}.
 */
@Singleton
public final class ReportAccess {
    private static final int STAFF_MAX = 1_000;

    private final StaffRecords records;
    private final Roles roles;
    private final Rights rights;

    @Inject
    ReportAccess(StaffRecords records, Roles roles, Rights rights) {
        this.records = records;
        this.roles = roles;
        this.rights = rights;
    }

    /**
     * A role that somebody was given.
     *
     * @param active whether it counts now
     * @param permissions what it allows; nothing for a role that is gone
     */
    public record Grant(AssignmentView assignment, boolean active, Set<Permission> permissions) {
        /** Copies the set. */
        public Grant {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * One of the staff.
     *
     * @param permissions all that he may now; nothing for the disabled
     */
    public record Line(Member member, List<Grant> grants, Set<Permission> permissions) {
        /** Copies the collections. */
        public Line {
            grants = List.copyOf(grants);
            permissions = Set.copyOf(permissions);
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** At most 1000, oldest first. */
        record Reported(Instant at, List<Line> lines) implements Result {
            /** Copies the list. */
            public Reported {
                lines = List.copyOf(lines);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        return actor.may(Permission.STAFF_READ)
                ? rights.read(roles::all).chain(this::report)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> report(List<Role> own) {
        Map<RoleCode, Set<Permission>> bundles = new HashMap<>();
        own.forEach(role -> bundles.put(role.code(), RoleView.known(role.permissions())));
        for (BuiltInRole role : BuiltInRole.values()) {
            bundles.put(role.code(), role.permissions());
        }
        Instant now = rights.now();
        return records.all(STAFF_MAX)
                .map(
                        members ->
                                new Result.Reported(
                                        now,
                                        members.stream()
                                                .map(member -> line(member, bundles, now))
                                                .toList()));
    }

    private static Line line(Member member, Map<RoleCode, Set<Permission>> bundles, Instant now) {
        boolean works = member.status() == AccountStatus.ACTIVE;
        List<Grant> grants =
                member.roles().stream()
                        .map(
                                held ->
                                        new Grant(
                                                held,
                                                works && isOpen(held, now),
                                                bundles.getOrDefault(held.role(), Set.of())))
                        .toList();
        Set<Permission> may = EnumSet.noneOf(Permission.class);
        grants.stream().filter(Grant::active).forEach(grant -> may.addAll(grant.permissions()));
        return new Line(member, grants, may);
    }

    private static boolean isOpen(AssignmentView held, Instant now) {
        return held.expiresAt().filter(end -> !end.isAfter(now)).isEmpty();
    }
}
