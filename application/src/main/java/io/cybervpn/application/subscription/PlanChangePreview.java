package io.cybervpn.application.subscription;

import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * What a change of plan would come to.
 *
 * @param asOf the moment that all figures are of
 * @param validUntil until when it may be acted on, while nothing but the time changes
 * @param fingerprint names these figures and all that they come from; opaque
 * @param currentExpireAt the end as it is
 * @param valueLeft of what was paid, one for each currency, rounded down
 * @param options the ways that are open
 */
public record PlanChangePreview(
        Instant asOf,
        Instant validUntil,
        String fingerprint,
        Instant currentExpireAt,
        List<Money> valueLeft,
        List<Option> options) {
    /** Copies the lists. */
    public PlanChangePreview {
        valueLeft = List.copyOf(valueLeft);
        options = List.copyOf(options);
    }

    /**
     * One way.
     *
     * @param mode the code of a {@link io.cybervpn.domain.billing.PlanChangeMode}
     * @param difference the part of {@code charge} that makes up for the time that is there
     * @param charge what is to be paid
     * @param expireAt the end, if it is changed and paid at {@code asOf}
     */
    public record Option(String mode, Money difference, Money charge, Instant expireAt) {}
}
