package io.cybervpn.presentation.identity.rest;

import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.Problem.FieldError;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.time.Duration;
import java.util.Set;

/** The refusals of identity, in words. */
final class IdentityProblems {
    private IdentityProblems() {}

    static ProblemException invalid(Set<RegistrationFlaw> flaws) {
        return Problem.invalid(flaws.stream().sorted().map(IdentityProblems::error).toList())
                .asException();
    }

    static ProblemException emailTaken() {
        return Problem.of(409, "email_taken", "There is an account with this e-mail.")
                .asException();
    }

    static ProblemException wrongCredentials() {
        return Problem.of(401, "wrong_credentials", "The e-mail or the password is wrong.")
                .asException();
    }

    static ProblemException wrongCode() {
        return Problem.of(400, "code_invalid", "This code is worth nothing; ask for another.")
                .asException();
    }

    static ProblemException wrongPassword() {
        return Problem.of(400, "wrong_password", "This is not your password.").asException();
    }

    static ProblemException noEmail() {
        return Problem.of(409, "no_email", "Your account has no e-mail address.").asException();
    }

    static ProblemException blocked() {
        return Problem.of(403, "account_blocked", "This account is blocked; ask the support.")
                .asException();
    }

    static ProblemException refreshRefused() {
        return Problem.of(401, "refresh_token_invalid", "This token is worth nothing: log in.")
                .asException();
    }

    static ProblemException tooMany(Duration retryAfter) {
        return Problem.retryable(429, "too_many_requests", "Too many attempts; come back later.")
                .asException()
                .retryAfter(retryAfter);
    }

    private static FieldError error(RegistrationFlaw flaw) {
        return switch (flaw) {
            case EMAIL_INVALID ->
                    new FieldError("/email", "invalid", "This is not an e-mail address.");
            case PASSWORD_TOO_SHORT ->
                    new FieldError("/password", "too_short", "At least 8 characters.");
            case PASSWORD_TOO_LONG ->
                    new FieldError("/password", "too_long", "At most 128 characters.");
            case PASSWORD_COMMON ->
                    new FieldError(
                            "/password",
                            "common",
                            "Everybody who guesses tries this password first; take another.");
            case LOCALE_INVALID ->
                    new FieldError("/locale", "invalid", "This is not a language tag.");
        };
    }
}
