package io.cybervpn.domain.appstore.model;

import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whom the store's side knows.
 *
 * @param appUser his id there: the id of an account here, for ever, even if that was merged away
 * @param account whose it is now
 * @param askedAt when something was last heard of him
 * @param readAt by the other side's clock, of the latest reading that counted
 * @param leaving a transfer took purchases from him: they may be missing in the next reading
 */
public record StoreCustomer(
        String appUser,
        AccountId account,
        Instant askedAt,
        Optional<Instant> readAt,
        boolean leaving) {
    /** Whether a reading is older than one that counted already. */
    public boolean hasNewerThan(Reading reading) {
        return readAt.filter(known -> known.isAfter(reading.at())).isPresent();
    }
}
