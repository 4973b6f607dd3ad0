package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.model.Passkey;
import java.time.Instant;
import java.util.Optional;

/**
 * A passkey as its owner sees it.
 *
 * @param backedUp whether his cloud keeps a copy, as his device said when it was used last
 */
public record PasskeyView(
        PasskeyId id,
        String name,
        boolean backedUp,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {
    static PasskeyView of(Passkey passkey) {
        return new PasskeyView(
                passkey.id(),
                passkey.name(),
                passkey.counter().backedUp(),
                passkey.createdAt(),
                passkey.lastUsedAt());
    }
}
