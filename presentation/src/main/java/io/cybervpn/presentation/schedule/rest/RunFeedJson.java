package io.cybervpn.presentation.schedule.rest;

import io.cybervpn.application.schedule.RunView;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Runs, newest first.
 *
 * @param nextCursor for the page after this one; null at the end
 */
@Schema(name = "ScheduleRunFeed")
public record RunFeedJson(
        List<RunJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
    static RunFeedJson of(List<RunView> runs, int limit) {
        return new RunFeedJson(
                runs.stream().map(RunJson::of).toList(), runs.size() < limit ? null : end(runs));
    }

    private static String end(List<RunView> runs) {
        RunView last = runs.getLast();
        return new FeedCursor(last.startedAt(), last.id()).toString();
    }
}
