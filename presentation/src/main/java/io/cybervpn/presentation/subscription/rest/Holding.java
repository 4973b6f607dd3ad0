package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.domain.subscription.FreeTimeRefusal;
import io.cybervpn.domain.subscription.HoldRefusal;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.util.Map;

/** Refusals about held subscriptions and free time, in the words of clients. */
final class Holding {
    private Holding() {}

    static ProblemException problem(HoldRefusal reason) {
        String text =
                switch (reason) {
                    case SUBSCRIPTION_NOT_FOUND -> "There is no such subscription.";
                    case KEPT_BY_STORE ->
                            "An app store keeps this subscription: its time cannot stand still.";
                    case CHARGED_BY_PROVIDER ->
                            "A payment provider charges for it by itself. End that first.";
                    case SUBSCRIPTION_EXPIRED -> "The subscription has no time left.";
                    case SUBSCRIPTION_TERMINATED -> "The subscription was taken away.";
                    case SUBSCRIPTION_SUSPENDED -> "The subscription is suspended by the shop.";
                    case ALREADY_PAUSED -> "The subscription is paused already.";
                    case NOT_PAUSED -> "The subscription is not paused.";
                    case NOT_SUSPENDED -> "The subscription is not suspended.";
                    case PAUSE_NOT_OFFERED -> "The shop offers no pauses.";
                    case PAUSES_USED_UP -> "All days of pauses within a year are used up.";
                    case TOO_LITTLE_LEFT -> "Too little time is left to be paused.";
                };
        return Problem.of(status(reason), reason.code(), text).asException();
    }

    private static int status(HoldRefusal reason) {
        return switch (reason) {
            case SUBSCRIPTION_NOT_FOUND -> 404;
            case KEPT_BY_STORE,
                    CHARGED_BY_PROVIDER,
                    SUBSCRIPTION_EXPIRED,
                    SUBSCRIPTION_TERMINATED,
                    SUBSCRIPTION_SUSPENDED,
                    ALREADY_PAUSED,
                    NOT_PAUSED,
                    NOT_SUSPENDED ->
                    409;
            case PAUSE_NOT_OFFERED, PAUSES_USED_UP, TOO_LITTLE_LEFT -> 422;
        };
    }

    static ProblemException problem(FreeTimeRefusal reason) {
        String text =
                switch (reason) {
                    case SUBSCRIPTION_NOT_FOUND -> "There is no such subscription.";
                    case KEPT_BY_STORE -> "An app store says when this subscription ends.";
                    case SUBSCRIPTION_TERMINATED ->
                            "The subscription was taken away. Grant a plan instead.";
                    case NOTHING_TO_TAKE -> "The subscription has no time left.";
                    case TOO_FAR_AHEAD -> "It would end in more than 100 years.";
                };
        return Problem.of(status(reason), reason.code(), text).asException();
    }

    private static int status(FreeTimeRefusal reason) {
        return switch (reason) {
            case SUBSCRIPTION_NOT_FOUND -> 404;
            case KEPT_BY_STORE, SUBSCRIPTION_TERMINATED, NOTHING_TO_TAKE -> 409;
            case TOO_FAR_AHEAD -> 422;
        };
    }

    static ProblemException stale(long current) {
        return Problem.of(412, "version_stale", "Somebody changed it; look again.")
                .withParams(Map.of("currentVersion", String.valueOf(current)))
                .asException();
    }

    static ProblemException keyReused() {
        return Problem.of(422, "idempotency_key_reused", "This key was used for another deed.")
                .asException();
    }

    static ProblemException daysOutOfRange() {
        return Problem.invalid("/days", "out_of_range", "Days are 1 to 3650; some may be taken.")
                .asException();
    }
}
