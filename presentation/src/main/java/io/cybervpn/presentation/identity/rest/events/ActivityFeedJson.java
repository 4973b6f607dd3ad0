package io.cybervpn.presentation.identity.rest.events;

import io.cybervpn.application.identity.ListSecurityEvents.Result.Listed;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A piece of it, newest first.
 *
 * @param nextCursor where to go on; null at the end
 */
@Schema(name = "ActivityFeed")
public record ActivityFeedJson(
        List<ActivityJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
    static ActivityFeedJson of(Listed listed) {
        return new ActivityFeedJson(
                listed.events().stream().map(ActivityJson::of).toList(),
                listed.next()
                        .map(next -> new FeedCursor(next.at(), next.id()).toString())
                        .orElse(null));
    }
}
