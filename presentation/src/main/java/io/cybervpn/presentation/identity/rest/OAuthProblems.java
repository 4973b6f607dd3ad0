package io.cybervpn.presentation.identity.rest;

import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.time.Duration;

/** Refusals around identity providers, in words. */
final class OAuthProblems {
    private OAuthProblems() {}

    static ProblemException noSuchProvider() {
        return Problem.notFound("identity provider").asException();
    }

    static ProblemException pageRefused() {
        return Problem.invalid("/redirectUri", "not_allowed", "This page is none of this shop.")
                .asException();
    }

    static ProblemException unavailable() {
        return Problem.retryable(
                        503, "provider_unavailable", "The provider does not answer; begin again.")
                .asException()
                .retryAfter(Duration.ofSeconds(5));
    }

    static ProblemException gone() {
        return Problem.of(410, "oauth_gone", "Begin again: this is worth nothing any more.")
                .asException();
    }

    static ProblemException refused() {
        return Problem.of(401, "oauth_refused", "The provider does not vouch for you.")
                .asException();
    }

    static ProblemException linkRequired() {
        return Problem.of(
                        409,
                        "link_required",
                        "Your e-mail has an account: log in as before, then link the provider.")
                .asException();
    }

    static ProblemException occupied() {
        return Problem.of(409, "identity_occupied", "Unlink the other one of that provider first.")
                .asException();
    }
}
