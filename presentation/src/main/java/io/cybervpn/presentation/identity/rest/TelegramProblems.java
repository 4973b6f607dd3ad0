package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.port.TelegramProofs.Reason;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.time.Duration;
import java.util.Map;

/** Refusals of what comes from Telegram, in words. */
final class TelegramProblems {
    private TelegramProblems() {}

    static ProblemException refused(Reason reason) {
        return switch (reason) {
            case MALFORMED ->
                    Problem.of(400, "telegram_proof_malformed", "This cannot be read.")
                            .asException();
            case FORGED ->
                    Problem.of(401, "telegram_proof_invalid", "Telegram did not sign this.")
                            .asException();
            case TOO_OLD, FROM_THE_FUTURE ->
                    Problem.of(401, "telegram_proof_expired", "Open the app in Telegram again.")
                            .asException();
            case NO_BOT -> off();
        };
    }

    static ProblemException off() {
        return Problem.of(501, "feature_disabled", "This shop has no bot in Telegram.")
                .asException();
    }

    static ProblemException waiting() {
        return Problem.retryable(425, "deep_link_waiting", "The bot has not confirmed it yet.")
                .asException()
                .retryAfter(Duration.ofSeconds(2));
    }

    static ProblemException gone() {
        return Problem.of(410, "deep_link_gone", "Begin again: this code is worth nothing.")
                .asException();
    }

    static ProblemException elsewhere() {
        return Problem.of(
                        409,
                        "identity_taken",
                        "This user has another account here. If that is yours too, merge the two:"
                                + " POST /api/v1/account/merge.")
                .withParams(Map.of("merge", "/api/v1/account/merge"))
                .asException();
    }

    static ProblemException stranger() {
        return Problem.of(422, "identity_not_linked", "This user of Telegram is not linked here.")
                .asException();
    }

    static ProblemException lastWayIn() {
        return Problem.of(409, "last_way_in", "Set a password or link another identity first.")
                .asException();
    }
}
