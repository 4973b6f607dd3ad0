package io.cybervpn.presentation.identity.rest.events;

import io.cybervpn.application.identity.ListSecurityEvents.Result.Listed;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the feed, newest first.
 *
 * @param nextCursor where to go on; null at the end
 */
@Schema(name = "SecurityEventFeed")
public record SecurityEventFeedJson(
        List<SecurityEventJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
    static SecurityEventFeedJson of(Listed listed) {
        return new SecurityEventFeedJson(
                listed.events().stream().map(SecurityEventJson::of).toList(),
                listed.next()
                        .map(next -> new FeedCursor(next.at(), next.id()).toString())
                        .orElse(null));
    }
}
