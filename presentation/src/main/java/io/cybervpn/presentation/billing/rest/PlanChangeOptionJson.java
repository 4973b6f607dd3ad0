package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.subscription.PlanChangePreview;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One way to another plan.
 *
 * @param mode {@code convert}, {@code keep_end} or {@code add_term}
 * @param difference the part of the charge that makes up for the time that is there
 * @param charge what is to be paid; zero for convert
 * @param expireAt the end, if it is changed and paid at the moment of the preview
 */
@Schema(name = "PlanChangeOption")
record PlanChangeOptionJson(
        @Schema(examples = "keep_end") String mode,
        MoneyJson difference,
        MoneyJson charge,
        Instant expireAt) {
    static PlanChangeOptionJson of(PlanChangePreview.Option option) {
        return new PlanChangeOptionJson(
                option.mode(),
                MoneyJson.of(option.difference()),
                MoneyJson.of(option.charge()),
                option.expireAt());
    }
}
