package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.staff.StaffRefusal;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;

/** The refusals about staff and roles, in words. */
final class StaffProblems {
    private StaffProblems() {}

    static ProblemException of(StaffRefusal refusal) {
        return problem(refusal).asException();
    }

    private static Problem problem(StaffRefusal refusal) {
        return switch (refusal) {
            case FORBIDDEN -> Problem.forbidden();
            case STEP_UP_REQUIRED -> Problem.stepUpRequired();
            case BEYOND_OWN_RIGHTS ->
                    Problem.of(403, "beyond_own_rights", "You lack some of these permissions.");
            case NO_SUCH_STAFF -> Problem.notFound("member of staff");
            case NO_SUCH_ROLE -> Problem.notFound("role");
            case NO_SUCH_ASSIGNMENT -> Problem.notFound("assignment");
            case CODE_TAKEN -> Problem.of(409, "code_taken", "Another role has this code.");
            case BUILT_IN -> Problem.of(409, "role_built_in", "A built-in role stays as it is.");
            case ROLE_IN_USE -> Problem.of(409, "role_in_use", "Somebody has this role.");
            case STALE ->
                    Problem.of(412, "version_stale", "Somebody edited it meanwhile; look again.");
            case LAST_SUPER_ADMIN ->
                    Problem.of(
                            409,
                            "last_super_admin",
                            "Somebody else must be super_admin for good before this.");
            case EXPIRY_PAST -> Problem.invalid("/expiresAt", "past", "This is in the past.");
            case ONESELF -> Problem.of(409, "oneself", "Nobody does this to himself.");
            case EMAIL_TAKEN ->
                    Problem.of(409, "email_taken", "There is an account with this e-mail.");
        };
    }
}
