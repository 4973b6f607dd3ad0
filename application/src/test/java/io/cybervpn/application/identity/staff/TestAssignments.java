package io.cybervpn.application.identity.staff;

import io.cybervpn.application.identity.port.StaffGrants;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.Roles;
import java.time.Clock;

/** Use cases of this package, made for tests of others. */
public final class TestAssignments {
    private TestAssignments() {}

    public static Rights rights(
            UnitOfWork unitOfWork, Roles roles, StaffGrants grants, AuditTrail audit, Clock clock) {
        return new Rights(unitOfWork, roles, grants, audit, new StepUpRule(clock), clock);
    }

    public static ChangeAssignment change(
            Rights rights, Accounts accounts, Assignments assignments) {
        return new ChangeAssignment(rights, accounts, assignments);
    }
}
