package io.cybervpn.presentation.identity.rest.events;

import io.cybervpn.application.identity.port.SecurityEvents.Event;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened at one's own account.
 *
 * @param at of the last one it stands for
 * @param type such as {@code logged_in}
 * @param device the User-Agent, as it says itself
 * @param times how many alike it stands for
 */
@Schema(name = "Activity")
public record ActivityJson(
        Instant at,
        String type,
        @Schema(nullable = true) @Nullable String address,
        @Schema(nullable = true) @Nullable String device,
        int times) {
    static ActivityJson of(Event event) {
        return new ActivityJson(
                event.at(),
                event.type().code(),
                event.from().address().orElse(null),
                event.from().agent().orElse(null),
                event.times());
    }
}
