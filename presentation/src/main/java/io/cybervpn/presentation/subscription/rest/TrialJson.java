package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.ViewTrial;
import io.cybervpn.domain.subscription.TrialRefusal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller may have a trial.
 *
 * @param state {@code available}, {@code used}, or {@code off}: there is none for him
 * @param why the code that POST would give; null when it is available
 * @param days how long it is
 * @param trafficLimitBytes how much traffic it has
 */
@Schema(name = "Trial")
record TrialJson(
        @Schema(examples = "available") String state,
        @Schema(nullable = true) @Nullable String why,
        int days,
        long trafficLimitBytes) {
    static TrialJson of(ViewTrial.Result result) {
        return new TrialJson(
                state(result.refusal()),
                result.refusal().map(TrialRefusal::code).orElse(null),
                result.days(),
                result.trafficBytes());
    }

    private static String state(Optional<TrialRefusal> refusal) {
        return refusal.map(why -> why == TrialRefusal.TRIAL_USED ? "used" : "off")
                .orElse("available");
    }
}
