package io.cybervpn.application.schedule;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.schedule.TaskName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows staff what the clock starts. Needs {@link Permission#SYSTEM_READ}. */
@Singleton
public final class ViewSchedules {
    private final ScheduleViews views;

    @Inject
    ViewSchedules(ScheduleViews views) {
        this.views = views;
    }

    /** What is wanted. */
    public sealed interface Query {
        /** Who asks. */
        Actor actor();

        /** All tasks. */
        record All(Actor actor) implements Query {}

        /**
         * The runs of one of them.
         *
         * @param task as staff call it
         * @param limit 1 to 200
         */
        record Runs(Actor actor, String task, Optional<ScheduleViews.Cursor> before, int limit)
                implements Query {}
    }

    /** The answer. */
    public sealed interface Result {
        /** By name. */
        record Tasks(List<ScheduleView> items) implements Result {
            /** Copies the list. */
            public Tasks {
                items = List.copyOf(items);
            }
        }

        /** Newest first; none for a task that nobody knows. */
        record Runs(List<RunView> items) implements Result {
            /** Copies the list. */
            public Runs {
                items = List.copyOf(items);
            }
        }

        /** The actor may not see this. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.SYSTEM_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return switch (query) {
            case Query.All _ -> views.all().map(Result.Tasks::new);
            case Query.Runs(_, var task, var before, var limit) ->
                    TaskName.find(task)
                            .map(name -> views.runs(name, before, limit))
                            .orElseGet(() -> Uni.createFrom().item(List.of()))
                            .map(Result.Runs::new);
        };
    }
}
