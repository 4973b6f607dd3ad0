package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.subscription.PlanChangePreview;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change of plan would come to.
 *
 * @param asOf the moment of all figures
 * @param validUntil until when a change may name them
 * @param fingerprint names them; opaque
 * @param currentExpireAt the end as it is
 * @param valueLeft of what was paid, by currency, rounded down
 */
@Schema(name = "PlanChangePreview")
record PlanChangePreviewJson(
        Instant asOf,
        Instant validUntil,
        String fingerprint,
        Instant currentExpireAt,
        List<MoneyJson> valueLeft,
        List<PlanChangeOptionJson> options) {
    static PlanChangePreviewJson of(PlanChangePreview preview) {
        return new PlanChangePreviewJson(
                preview.asOf(),
                preview.validUntil(),
                preview.fingerprint(),
                preview.currentExpireAt(),
                preview.valueLeft().stream().map(MoneyJson::of).toList(),
                preview.options().stream().map(PlanChangeOptionJson::of).toList());
    }
}
