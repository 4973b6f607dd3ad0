package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.manual.CompleteTask;
import io.cybervpn.application.provisioning.manual.RejectTask;
import io.cybervpn.application.provisioning.manual.ReleaseTask;
import io.cybervpn.application.provisioning.manual.TakeTask;
import io.cybervpn.application.provisioning.manual.TaskAnswer;
import io.cybervpn.application.provisioning.manual.TaskView;
import io.cybervpn.application.provisioning.manual.ViewTasks;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What staff are asked to do by hand (R142): {@code tasks:read} to see it, {@code tasks:write} to
 * do it. Each deed may be repeated.
 */
@Path("/api/v1/admin/tasks")
@Tag(name = "admin-tasks")
@Authenticated
public final class StaffTaskResource {
    private static final int REASON_MIN = 3;

    private final ViewTasks viewTasks;
    private final TakeTask takeTask;
    private final ReleaseTask releaseTask;
    private final CompleteTask completeTask;
    private final RejectTask rejectTask;
    private final CurrentActor actor;

    @Inject
    StaffTaskResource(
            ViewTasks viewTasks,
            TakeTask takeTask,
            ReleaseTask releaseTask,
            CompleteTask completeTask,
            RejectTask rejectTask,
            CurrentActor actor) {
        this.viewTasks = viewTasks;
        this.takeTask = takeTask;
        this.releaseTask = releaseTask;
        this.completeTask = completeTask;
        this.rejectTask = rejectTask;
        this.actor = actor;
    }

    /** The oldest first: repeat with {@code cursor} until there is none. */
    @GET
    @Operation(
            operationId = "adminListTasks",
            summary = "Lists what staff are asked to do by hand",
            description = "The oldest first; open ones if no state is asked for.")
    public Uni<StaffTaskJson.FeedJson> list(
            @Valid @BeanParam TaskFilterParams filter,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return viewTasks
                .execute(
                        new ViewTasks.Query.Some(
                                actor.actor(), filter.filter(), filter.after(), limit))
                .map(result -> StaffTaskJson.FeedJson.of(shown(result), limit));
    }

    /** One of them, with what there is now. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "adminGetTask", summary = "Shows a task of staff")
    public Uni<StaffTaskJson> get(@PathParam("id") UUID id) {
        return viewTasks
                .execute(new ViewTasks.Query.One(actor.actor(), new TaskId(id)))
                .map(StaffTaskResource::shown)
                .map(
                        found ->
                                found.stream()
                                        .findFirst()
                                        .map(StaffTaskJson::of)
                                        .orElseThrow(() -> Problem.notFound("task").asException()));
    }

    /** For oneself; 409 {@code task_taken}, {@code task_closed}. */
    @POST
    @Path("/{id}/take")
    @Operation(
            operationId = "adminTakeTask",
            summary = "Takes a task, so that nobody else does it too",
            description = "Codes: task_taken, task_closed.")
    public Uni<StaffTaskJson> take(@PathParam("id") UUID id) {
        return takeTask.execute(new TakeTask.Command(actor.actor(), new TaskId(id)))
                .chain(answer -> after(answer, id));
    }

    /** One's own, or that of somebody who is away; say why in {@code X-Reason}. */
    @POST
    @Path("/{id}/release")
    @ReasonRequired
    @Operation(
            operationId = "adminReleaseTask",
            summary = "Gives a task back, one's own or another's",
            description = "Needs X-Reason. Code: task_closed.")
    public Uni<StaffTaskJson> release(@PathParam("id") UUID id) {
        return releaseTask
                .execute(new ReleaseTask.Command(actor.actor(), new TaskId(id)))
                .chain(answer -> after(answer, id));
    }

    /** With what the customer may see; 412 when something else is wanted by now. */
    @POST
    @Path("/{id}/complete")
    @Operation(
            operationId = "adminCompleteTask",
            summary = "Says that a task is done, and what the customer may see",
            description =
                    "What there was before stays where nothing is given. Codes: version_stale,"
                            + " task_taken, task_closed.")
    public Uni<StaffTaskJson> complete(
            @PathParam("id") UUID id, @NotNull @Valid TaskDoneJson body) {
        requireWrite();
        return completeTask
                .execute(
                        new CompleteTask.Command(
                                actor.actor(), new TaskId(id), body.version(), body.toGiven()))
                .chain(answer -> after(answer, id));
    }

    /** For a reason; the access is parked until staff have it tried again. */
    @POST
    @Path("/{id}/reject")
    @Operation(
            operationId = "adminRejectTask",
            summary = "Says that a task cannot be done",
            description =
                    "The access is parked with the reason: retry it, or give the money back. Codes:"
                            + " version_stale, task_taken, task_closed.")
    public Uni<StaffTaskJson> reject(
            @PathParam("id") UUID id, @NotNull @Valid TaskRejectionJson body) {
        requireWrite();
        if (body.reason().strip().length() < REASON_MIN) {
            throw Problem.invalid("/reason", "too_short", "Say why.").asException();
        }
        return rejectTask
                .execute(
                        new RejectTask.Command(
                                actor.actor(), new TaskId(id), body.version(), body.reason()))
                .chain(answer -> after(answer, id));
    }

    /** Told before what is wrong with the body. */
    private void requireWrite() {
        if (!actor.actor().may(Permission.TASKS_WRITE)) {
            throw Problem.forbidden().asException();
        }
    }

    private Uni<StaffTaskJson> after(TaskAnswer answer, UUID id) {
        return switch (answer) {
            case TaskAnswer.Done() -> get(id);
            case TaskAnswer.Closed(var state) ->
                    throw Problem.of(409, "task_closed", "This task is closed.")
                            .withParams(Map.of("state", state.code()))
                            .asException();
            case TaskAnswer.TakenByOther(var other) ->
                    throw Problem.of(409, "task_taken", "Another has taken this task.")
                            .withParams(Map.of("assigneeId", other.value().toString()))
                            .asException();
            case TaskAnswer.Stale(var current) ->
                    throw Problem.of(412, "version_stale", "Something else is wanted; look again.")
                            .withParams(Map.of("currentVersion", String.valueOf(current)))
                            .asException();
            case TaskAnswer.NoSuchTask() -> throw Problem.notFound("task").asException();
            case TaskAnswer.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static List<TaskView> shown(ViewTasks.Result result) {
        return switch (result) {
            case ViewTasks.Result.Shown(var tasks) -> tasks;
            case ViewTasks.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
