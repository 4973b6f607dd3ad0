package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.ProofLack;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.time.Duration;
import java.util.Map;

/** The refusals about whole accounts, in words. */
final class AccountProblems {
    private AccountProblems() {}

    static ProblemException lacking(ProofLack lack) {
        return switch (lack) {
            case PASSWORD ->
                    Problem.of(400, "wrong_password", "This is not your password.").asException();
            case FRESH_LOGIN ->
                    Problem.of(
                                    403,
                                    "fresh_login_required",
                                    "Log in again, or bring a proof of Telegram.")
                            .asException();
            case SECOND_FACTOR ->
                    Problem.of(
                                    403,
                                    "two_factor_required",
                                    "Show a password of your second factor that was not used.")
                            .asException();
        };
    }

    /** Which of the two it is about is in the parameters. */
    static ProblemException lackingOfOther(ProofLack lack) {
        Map<String, String> other = Map.of("of", "other");
        return switch (lack) {
            case PASSWORD, FRESH_LOGIN ->
                    Problem.of(
                                    400,
                                    "other_account_not_proven",
                                    "The e-mail or the password is wrong, or Telegram's proof is.")
                            .withParams(other)
                            .asException();
            case SECOND_FACTOR ->
                    Problem.of(
                                    403,
                                    "two_factor_required",
                                    "Show a password of the other account's second factor.")
                            .withParams(other)
                            .asException();
        };
    }

    static ProblemException tooMany(Duration retryAfter) {
        return Problem.retryable(429, "too_many_requests", "Too many attempts; come back later.")
                .asException()
                .retryAfter(retryAfter);
    }

    static ProblemException wrongPhrase(String expected) {
        return Problem.of(422, "phrase_wrong", "Type exactly what the parameter expected says.")
                .withParams(Map.of("expected", expected))
                .asException();
    }
}
