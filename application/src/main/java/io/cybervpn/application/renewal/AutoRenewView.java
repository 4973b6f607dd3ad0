package io.cybervpn.application.renewal;

import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a subscription is renewed by itself, as its owner sees it.
 *
 * @param terms what he agreed to; empty: it is off
 * @param agreedAt when he did
 * @param price what a renewal costs now, for the terms that he asks about or agreed to
 * @param chargeAt when it would be taken next, now if it is late already; empty when nothing of
 *     this period is tried any more
 * @param failure why the last try of this period came to nothing
 * @param servedUntil the end, and the grace after it
 */
public record AutoRenewView(
        Optional<Terms> terms,
        Optional<Instant> agreedAt,
        Optional<Money> price,
        Optional<Instant> chargeAt,
        Optional<String> failure,
        Instant servedUntil) {
    /** It costs more than was agreed to: nothing is taken until he agrees again. */
    public boolean waitsForConsent() {
        return terms.flatMap(agreed -> price.filter(now -> isDearer(now, agreed.agreed())))
                .isPresent();
    }

    private static boolean isDearer(Money price, Money agreed) {
        return price.asset().equals(agreed.asset()) && price.compareTo(agreed) > 0;
    }
}
