package io.cybervpn.domain.renewal;

import io.cybervpn.domain.shared.Money;

/**
 * What a customer agreed to: so many days more, each time, for no more than this.
 *
 * @param termDays one of the plan's own terms
 * @param agreed the price that he was shown; more than it is never taken
 */
public record Terms(ChargeBy by, int termDays, Money agreed) {}
