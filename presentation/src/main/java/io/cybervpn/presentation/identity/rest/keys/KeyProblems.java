package io.cybervpn.presentation.identity.rest.keys;

import io.cybervpn.application.identity.keys.KeyRefusal;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;

/** The refusals about API keys, in words. */
final class KeyProblems {
    private KeyProblems() {}

    static ProblemException of(KeyRefusal refusal) {
        return problem(refusal).asException();
    }

    private static Problem problem(KeyRefusal refusal) {
        return switch (refusal) {
            case FORBIDDEN -> Problem.forbidden();
            case STEP_UP_REQUIRED -> Problem.stepUpRequired();
            case BEYOND_OWN_RIGHTS ->
                    Problem.of(403, "beyond_own_rights", "You lack some of these permissions.");
            case NO_SUCH_KEY -> Problem.notFound("API key");
            case REVOKED -> Problem.of(409, "api_key_revoked", "This key was revoked for good.");
            case STALE ->
                    Problem.of(412, "version_stale", "Somebody edited it meanwhile; look again.");
            case EXPIRY_PAST -> Problem.invalid("/expiresAt", "past", "This is in the past.");
            case EXPIRY_BEYOND ->
                    Problem.invalid("/expiresAt", "too_late", "This shop wants an earlier end.");
            case TOO_MANY ->
                    Problem.of(409, "too_many_api_keys", "Revoke one of the others before this.");
        };
    }
}
