package io.cybervpn.application.payment;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An agreement that a provider charges by itself, as others see it.
 *
 * @param payment the first of its payments
 * @param subject what that one paid for
 * @param state {@code offered}, {@code running}, {@code cancelled} or {@code failed}
 * @param paidUntil the end of what was charged for; while it runs, when the next charge is due
 * @param untold the provider has not been told yet what is wished
 */
public record MandateView(
        PaymentId payment,
        UUID subject,
        String provider,
        Money amount,
        Duration period,
        String state,
        Optional<Instant> paidUntil,
        boolean untold) {
    /** Of one. */
    public static MandateView of(Mandate mandate) {
        return new MandateView(
                mandate.payment(),
                mandate.subject(),
                mandate.provider(),
                mandate.amount(),
                mandate.period(),
                state(mandate.standing()),
                mandate.paidUntil(),
                mandate.toTell().isPresent());
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Offered _ -> "offered";
            case Standing.Running _ -> "running";
            case Standing.Ended(_, var cause, _) ->
                    switch (cause) {
                        case CANCELLED -> "cancelled";
                        case FAILED -> "failed";
                    };
        };
    }

    /** Whether the provider charges again, as far as we know. */
    public boolean isRunning() {
        return state.equals("running");
    }
}
