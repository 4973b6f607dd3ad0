package io.cybervpn.presentation.identity.rest.users;

import io.cybervpn.application.identity.users.UserRefusal;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;

/** The refusals about customers, in words. */
final class UserProblems {
    private UserProblems() {}

    static ProblemException of(UserRefusal refusal) {
        return problem(refusal).asException();
    }

    private static Problem problem(UserRefusal refusal) {
        return switch (refusal) {
            case FORBIDDEN -> Problem.forbidden();
            case NO_SUCH_USER -> Problem.notFound("user");
            case NO_SUCH_NOTE -> Problem.notFound("note");
            case NO_SUCH_SESSION -> Problem.notFound("session");
            case NO_SUCH_PAIR ->
                    Problem.of(
                            422,
                            "merge_not_possible",
                            "Both must be active customers, and not the same.");
            case STEP_UP_REQUIRED -> Problem.stepUpRequired();
            case STALE ->
                    Problem.of(412, "version_stale", "Somebody edited it meanwhile; look again.");
        };
    }
}
