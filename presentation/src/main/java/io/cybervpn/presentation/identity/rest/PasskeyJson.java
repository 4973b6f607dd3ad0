package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.PasskeyView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of one's own.
 *
 * @param backedUp whether the owner's cloud keeps a copy of it
 * @param lastUsedAt null: never
 */
@Schema(name = "Passkey")
public record PasskeyJson(
        UUID id,
        String name,
        boolean backedUp,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant lastUsedAt) {
    static PasskeyJson of(PasskeyView passkey) {
        return new PasskeyJson(
                passkey.id().value(),
                passkey.name(),
                passkey.backedUp(),
                passkey.createdAt(),
                passkey.lastUsedAt().orElse(null));
    }
}
