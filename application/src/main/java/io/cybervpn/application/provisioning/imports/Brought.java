package io.cybervpn.application.provisioning.imports;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody came over from another shop, which happens once.
 *
 * @param id by which his balance is booked
 * @param shop what staff call it, for ever
 * @param row what made him one there
 * @param subscription that he has of it
 * @param balance that was booked of it
 */
public record Brought(
        UUID id,
        String shop,
        String row,
        AccountId account,
        Optional<UUID> subscription,
        Optional<Money> balance,
        Instant at) {
    /** Leaves the row out. */
    @Override
    public String toString() {
        return "Brought[" + id + " from " + shop + "]";
    }
}
