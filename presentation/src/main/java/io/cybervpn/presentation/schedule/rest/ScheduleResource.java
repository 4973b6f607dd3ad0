package io.cybervpn.presentation.schedule.rest;

import io.cybervpn.application.schedule.ScheduleViews;
import io.cybervpn.application.schedule.SteerSchedule;
import io.cybervpn.application.schedule.SteerSchedule.Wish;
import io.cybervpn.application.schedule.ViewSchedules;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the clock starts: when, what came of it, and now, for staff. */
@Path("/api/v1/admin/schedules")
@Tag(name = "admin system")
@Authenticated
public final class ScheduleResource {
    private final ViewSchedules viewSchedules;
    private final SteerSchedule steerSchedule;
    private final CurrentActor actor;

    @Inject
    ScheduleResource(ViewSchedules viewSchedules, SteerSchedule steerSchedule, CurrentActor actor) {
        this.viewSchedules = viewSchedules;
        this.steerSchedule = steerSchedule;
        this.actor = actor;
    }

    /** All tasks, by name. */
    @GET
    @Operation(operationId = "adminListSchedules", summary = "What the clock starts, and when")
    public Uni<ScheduleListJson> list() {
        return viewSchedules
                .execute(new ViewSchedules.Query.All(actor.actor()))
                .map(ScheduleResource::tasks);
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Path("/{task}/runs")
    @Operation(
            operationId = "adminListScheduleRuns",
            summary = "Runs of a task that did something, failed, were lost or asked for")
    public Uni<RunFeedJson> runs(
            @PathParam("task") String task,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return viewSchedules
                .execute(new ViewSchedules.Query.Runs(actor.actor(), task, at(cursor), limit))
                .map(result -> feed(result, limit));
    }

    /** Runs it within seconds, also one that is held back. Say why in X-Reason. */
    @POST
    @Path("/{task}/run")
    @ReasonRequired
    @Operation(
            operationId = "adminRunSchedule",
            summary = "Runs a task now",
            description = "Code: task_runs, when it runs at this moment.")
    @APIResponse(responseCode = "202", description = "It is due now")
    public Uni<RestResponse<Void>> run(@PathParam("task") String task) {
        return steer(task, Wish.RUN_NOW);
    }

    /** Does not start it any more; one that runs ends. Say why in X-Reason. */
    @POST
    @Path("/{task}/pause")
    @ReasonRequired
    @Operation(operationId = "adminPauseSchedule", summary = "Holds a task back")
    @APIResponse(responseCode = "202", description = "It is not started")
    public Uni<RestResponse<Void>> pause(@PathParam("task") String task) {
        return steer(task, Wish.PAUSE);
    }

    /** Starts it again; what was missed is made up for once. Say why in X-Reason. */
    @POST
    @Path("/{task}/resume")
    @ReasonRequired
    @Operation(operationId = "adminResumeSchedule", summary = "Lets a task go again")
    @APIResponse(responseCode = "202", description = "It is started by its rhythm")
    public Uni<RestResponse<Void>> resume(@PathParam("task") String task) {
        return steer(task, Wish.RESUME);
    }

    private Uni<RestResponse<Void>> steer(String task, Wish wish) {
        return steerSchedule
                .execute(new SteerSchedule.Command(actor.actor(), task, wish))
                .map(ScheduleResource::steered);
    }

    private static Optional<ScheduleViews.Cursor> at(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .map(FeedCursor::read)
                .map(read -> new ScheduleViews.Cursor(read.at(), read.id()));
    }

    private static ScheduleListJson tasks(ViewSchedules.Result result) {
        return switch (result) {
            case ViewSchedules.Result.Tasks(var items) ->
                    new ScheduleListJson(items.stream().map(ScheduleJson::of).toList());
            case ViewSchedules.Result.Runs _ -> throw new IllegalStateException();
            case ViewSchedules.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static RunFeedJson feed(ViewSchedules.Result result, int limit) {
        return switch (result) {
            case ViewSchedules.Result.Runs(var items) -> RunFeedJson.of(items, limit);
            case ViewSchedules.Result.Tasks _ -> throw new IllegalStateException();
            case ViewSchedules.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static RestResponse<Void> steered(SteerSchedule.Result result) {
        return switch (result) {
            case DONE -> RestResponse.accepted();
            case RUNS ->
                    throw Problem.of(409, "task_runs", "This task runs at this moment.")
                            .asException();
            case NO_SUCH_TASK -> throw Problem.notFound("task").asException();
            case FORBIDDEN -> throw Problem.forbidden().asException();
        };
    }
}
