package io.cybervpn.presentation.proof.rest;

import io.cybervpn.application.proof.port.PaymentTrail;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to a payment, oldest first; at most 500 steps. */
public record PaymentTimelineJson(UUID paymentId, List<StepJson> items) {
    /**
     * Something that happened.
     *
     * @param source order, payment, provider, inbox, ledger, subscription, panel, outbox or audit
     */
    public record StepJson(Instant at, String source, String what, String detail) {}

    static PaymentTimelineJson of(UUID payment, List<PaymentTrail.Step> steps) {
        return new PaymentTimelineJson(
                payment,
                steps.stream()
                        .map(
                                step ->
                                        new StepJson(
                                                step.at(),
                                                step.source(),
                                                step.what(),
                                                step.detail()))
                        .toList());
    }
}
