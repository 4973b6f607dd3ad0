package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.IdentityView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is elsewhere.
 *
 * @param provider such as {@code telegram}; more may come
 * @param subject his id there
 * @param shownAs what he calls himself there
 */
@Schema(name = "Identity")
public record IdentityJson(
        UUID id,
        String provider,
        String subject,
        @Schema(nullable = true) @Nullable String shownAs,
        Instant linkedAt) {
    static IdentityJson of(IdentityView identity) {
        return new IdentityJson(
                identity.id().value(),
                identity.provider(),
                identity.subject(),
                identity.shownAs().orElse(null),
                identity.linkedAt());
    }
}
