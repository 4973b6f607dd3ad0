package io.cybervpn.presentation.identity.rest;

import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.time.Duration;
import java.util.Map;

/** The refusals around second factors, in words. */
final class TwoFactorProblems {
    private TwoFactorProblems() {}

    static ProblemException wrongCode() {
        return Problem.of(422, "two_factor_code_wrong", "This code is wrong or was used already.")
                .asException();
    }

    static ProblemException demanded() {
        return Problem.of(403, "two_factor_required", "Staff must have a second factor.")
                .asException();
    }

    static ProblemException codeNeeded() {
        return Problem.of(422, "two_factor_code_needed", "Show your second factor: send its code.")
                .asException();
    }

    /** The password was right; the login goes on with the challenge. */
    static ProblemException required(String challenge, Duration life) {
        return Problem.of(401, "two_factor_required", "Show the second factor to log in.")
                .withParams(
                        Map.of(
                                "challenge",
                                challenge,
                                "expiresInSeconds",
                                String.valueOf(life.toSeconds())))
                .asException();
    }

    static ProblemException challengeOver() {
        return Problem.of(401, "two_factor_challenge_over", "Log in from the beginning.")
                .asException();
    }
}
