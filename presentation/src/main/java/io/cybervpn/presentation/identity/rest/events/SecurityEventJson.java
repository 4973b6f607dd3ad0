package io.cybervpn.presentation.identity.rest.events;

import io.cybervpn.application.identity.port.SecurityEvents.Event;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A security event.
 *
 * @param at of the last one it stands for
 * @param type such as {@code login_failed}
 * @param accountId the account; null for a stranger
 * @param subject keyed hash of what a stranger typed; null where nothing was
 * @param agent the User-Agent, as it says itself
 * @param detail which door, limit or call
 * @param times how many alike it stands for
 */
@Schema(name = "SecurityEvent")
public record SecurityEventJson(
        UUID id,
        Instant at,
        String type,
        @Schema(nullable = true) @Nullable UUID accountId,
        @Schema(nullable = true) @Nullable String subject,
        @Schema(nullable = true) @Nullable String address,
        @Schema(nullable = true) @Nullable String requestId,
        @Schema(nullable = true) @Nullable String agent,
        String detail,
        int times) {
    static SecurityEventJson of(Event event) {
        return new SecurityEventJson(
                event.id(),
                event.at(),
                event.type().code(),
                event.about().account().map(id -> id.value()).orElse(null),
                event.about().subject().orElse(null),
                event.from().address().orElse(null),
                event.from().requestId().orElse(null),
                event.from().agent().orElse(null),
                event.detail(),
                event.times());
    }
}
