package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.cybervpn.presentation.shared.rest.IdCursor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.QueryTime;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which tasks are wanted; what is not given does not matter. */
public final class TaskFilterParams {
    private static final int CHOICES_MAX = 10;
    private static final String NOBODY = "none";

    @Parameter(
            description =
                    "open, done, rejected or withdrawn; repeat for any of them; open ones if"
                            + " nothing is said")
    @QueryParam("state")
    @Size(max = CHOICES_MAX)
    List<String> state = List.of();

    @Parameter(description = "create, change, suspend, resume or remove; repeat for any of them")
    @QueryParam("kind")
    @Size(max = CHOICES_MAX)
    List<String> kind = List.of();

    @Parameter(description = "Of this panel")
    @QueryParam("panelId")
    @Schema(implementation = UUID.class)
    @Nullable String panel;

    @Parameter(description = "Taken by this member of staff, or none: by nobody")
    @QueryParam("assignee")
    @Nullable String assignee;

    @Parameter(description = "Opened earlier")
    @QueryParam("openedBefore")
    @Schema(implementation = Instant.class)
    @Nullable String openedBefore;

    @Parameter(description = "nextCursor of the piece before")
    @QueryParam("cursor")
    @Nullable String cursor;

    StaffTasks.Filter filter() {
        Set<TaskState> states = read("state", state, TaskState::find);
        return new StaffTasks.Filter(
                states.isEmpty() ? Set.of(TaskState.OPEN) : states,
                read("kind", kind, TaskKind::find),
                Optional.ofNullable(panel).map(id -> new PanelId(id("panelId", id))),
                Optional.ofNullable(assignee)
                        .filter(text -> !NOBODY.equals(text))
                        .map(id -> new AccountId(id("assignee", id))),
                NOBODY.equals(assignee),
                QueryTime.read("openedBefore", openedBefore));
    }

    Optional<TaskId> after() {
        return Optional.ofNullable(cursor).map(IdCursor::read).map(TaskId::new);
    }

    private static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("/" + name, "invalid", "This is no id.").asException();
        }
    }

    private static <T> Set<T> read(
            String name, List<String> codes, Function<String, Optional<T>> find) {
        return codes.stream()
                .map(
                        code ->
                                find.apply(code)
                                        .orElseThrow(
                                                () ->
                                                        Problem.invalid(
                                                                        "/" + name,
                                                                        "unknown",
                                                                        "There is no such "
                                                                                + name
                                                                                + ".")
                                                                .asException()))
                .collect(Collectors.toSet());
    }
}
