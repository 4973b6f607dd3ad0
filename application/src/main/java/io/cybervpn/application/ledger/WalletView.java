package io.cybervpn.application.ledger;

import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a customer has with us, of one asset.
 *
 * @param paid what he paid and can spend
 * @param granted what he was given and can spend
 * @param held what is set aside for orders that wait for the rest of their money
 * @param lapsesNext when the next of what he was given can be spent no longer; empty: never
 */
public record WalletView(Money paid, Money granted, Money held, Optional<Instant> lapsesNext) {
    /** All that he can spend. */
    public Money available() {
        return paid.plus(granted);
    }
}
