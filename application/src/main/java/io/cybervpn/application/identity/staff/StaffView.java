package io.cybervpn.application.identity.staff;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A member of staff.
 *
 * @param roles codes of those that count now
 */
public record StaffView(
        AccountId id,
        Optional<String> email,
        AccountStatus status,
        Instant createdAt,
        List<String> roles) {
    /** Copies the list. */
    public StaffView {
        roles = List.copyOf(roles);
    }
}
