package io.cybervpn.application.approval;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.Map;
import java.util.Optional;

/**
 * When money needs four eyes: never, or above an amount of its currency; of a currency without such
 * an amount always.
 *
 * @param thresholds empty: four eyes are off
 */
public record FourEyes(Optional<Map<Asset, Money>> thresholds) {
    /** Copies the map. */
    public FourEyes {
        thresholds = thresholds.map(Map::copyOf);
    }

    /** Whether somebody else has to agree before so much money moves. */
    public boolean areNeededFor(Money money) {
        return thresholds.filter(limits -> exceeds(limits, money)).isPresent();
    }

    private static boolean exceeds(Map<Asset, Money> limits, Money money) {
        return Optional.ofNullable(limits.get(money.asset()))
                .map(limit -> money.compareTo(limit) > 0)
                .orElse(true);
    }
}
