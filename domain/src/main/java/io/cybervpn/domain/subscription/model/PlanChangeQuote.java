package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a change of plan would come to at one moment, in each way that it may be done.
 *
 * @param at the moment
 * @param endNow the end as it is
 * @param valueLeft what is left of the money that was paid, one for each asset, rounded down to be
 *     shown; the change itself reckons exactly
 * @param options one for each mode that is possible
 */
public record PlanChangeQuote(
        Instant at, Instant endNow, List<Money> valueLeft, List<Option> options) {
    /** Copies the lists. */
    public PlanChangeQuote {
        valueLeft = List.copyOf(valueLeft);
        options = List.copyOf(options);
    }

    /**
     * One way to change.
     *
     * @param difference what the time that is there costs more on the new plan, rounded up
     * @param charge what is to be paid: the difference and, if one is added, a term
     * @param expireAt the end if it is changed, and paid, at {@code at}; each second that it is
     *     paid later was served by the old plan
     */
    public record Option(PlanChangeMode mode, Money difference, Money charge, Instant expireAt) {}

    /** One of the ways. */
    public Optional<Option> option(PlanChangeMode mode) {
        return options.stream().filter(option -> option.mode() == mode).findFirst();
    }
}
