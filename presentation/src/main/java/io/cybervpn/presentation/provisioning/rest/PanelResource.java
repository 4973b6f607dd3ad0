package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.AddPanel;
import io.cybervpn.application.provisioning.CheckPanel;
import io.cybervpn.application.provisioning.EditPanel;
import io.cybervpn.application.provisioning.PanelView;
import io.cybervpn.application.provisioning.ViewPanels;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Panels while the shop runs (R112, R127): {@code panels:read} to see them, {@code panels:write}, a
 * reason and a fresh second factor to change them. What is set counts here at once and in other
 * instances within two seconds.
 */
@Path("/api/v1/admin/panels")
@Tag(name = "admin-panels")
@Authenticated
public final class PanelResource {
    private final ViewPanels viewPanels;
    private final AddPanel addPanel;
    private final EditPanel editPanel;
    private final CheckPanel checkPanel;
    private final CurrentActor actor;

    @Inject
    PanelResource(
            ViewPanels viewPanels,
            AddPanel addPanel,
            EditPanel editPanel,
            CheckPanel checkPanel,
            CurrentActor actor) {
        this.viewPanels = viewPanels;
        this.addPanel = addPanel;
        this.editPanel = editPanel;
        this.checkPanel = checkPanel;
        this.actor = actor;
    }

    /** In the order in which they were added. */
    @GET
    @Operation(
            operationId = "adminListPanels",
            summary = "Lists panels and how they do",
            description = "What calls come to is told of the instance that answers.")
    public Uni<PanelJson.ListJson> list() {
        return views().map(all -> new PanelJson.ListJson(all.stream().map(PanelJson::of).toList()));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "adminGetPanel", summary = "Shows a panel")
    public Uni<PanelJson> get(@PathParam("id") UUID id) {
        return view(id).map(PanelJson::of);
    }

    /** A new one, which is off; 409 {@code name_taken}. */
    @POST
    @ReasonRequired
    @ResponseStatus(201)
    @Operation(
            operationId = "adminAddPanel",
            summary = "Adds a panel",
            description = "It begins as off. Needs a fresh second factor and X-Reason.")
    @APIResponse(responseCode = "201", description = "Added")
    public Uni<PanelJson> add(@NotNull @Valid PanelInputJson body) {
        requireWrite();
        return addPanel.execute(new AddPanel.Command(actor.actor(), body.kind(), body.toDraft()))
                .map(PanelResource::added)
                .chain(id -> get(id.value()));
    }

    /** What is named; 412 when the version that was seen is stale. */
    @PATCH
    @Path("/{id}")
    @ReasonRequired
    @Operation(
            operationId = "adminEditPanel",
            summary = "Edits a panel",
            description = "Needs a fresh second factor and X-Reason.")
    public Uni<PanelJson> edit(@PathParam("id") UUID id, @NotNull @Valid PanelEditJson body) {
        requireWrite();
        return editPanel
                .execute(
                        new EditPanel.Command(
                                actor.actor(), new PanelId(id), body.toPatch(), body.version()))
                .invoke(PanelResource::refuse)
                .chain(() -> get(id));
    }

    /** Whether it answers, and has the groups that it is said to offer. */
    @POST
    @Path("/{id}/check")
    @Operation(
            operationId = "adminCheckPanel",
            summary = "Tries whether a panel answers",
            description = "With what is set now, also while it is off. Changes nothing.")
    public Uni<PanelCheckJson> check(@PathParam("id") UUID id) {
        return checkPanel
                .execute(new CheckPanel.Command(actor.actor(), new PanelId(id)))
                .map(
                        result ->
                                switch (result) {
                                    case CheckPanel.Result.Works works -> PanelCheckJson.of(works);
                                    case CheckPanel.Result.Fails fails -> PanelCheckJson.of(fails);
                                    case CheckPanel.Result.NoSuchPanel() ->
                                            throw Problem.notFound("panel").asException();
                                    case CheckPanel.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    private Uni<PanelView> view(UUID id) {
        return views().map(
                        all ->
                                all.stream()
                                        .filter(view -> view.id().value().equals(id))
                                        .findFirst()
                                        .orElseThrow(
                                                () -> Problem.notFound("panel").asException()));
    }

    private Uni<List<PanelView>> views() {
        return viewPanels
                .execute(actor.actor())
                .map(
                        result ->
                                switch (result) {
                                    case ViewPanels.Result.Shown(var all) -> all;
                                    case ViewPanels.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** Told before what is wrong with the body. */
    private void requireWrite() {
        if (!actor.actor().may(Permission.PANELS_WRITE)) {
            throw Problem.forbidden().asException();
        }
    }

    private static PanelId added(AddPanel.Result result) {
        return switch (result) {
            case AddPanel.Result.Added(var id) -> id;
            case AddPanel.Result.BadFields(var names) -> throw badFields(names);
            case AddPanel.Result.NameTaken() -> throw nameTaken();
            case AddPanel.Result.Forbidden() -> throw Problem.forbidden().asException();
            case AddPanel.Result.StepUpRequired() -> throw Problem.stepUpRequired().asException();
        };
    }

    private static void refuse(EditPanel.Result result) {
        switch (result) {
            case EditPanel.Result.Done() -> {}
            case EditPanel.Result.BadFields(var names) -> throw badFields(names);
            case EditPanel.Result.NameTaken() -> throw nameTaken();
            case EditPanel.Result.Stale(var current) ->
                    throw Problem.of(412, "version_stale", "Somebody edited it; look again.")
                            .withParams(Map.of("currentVersion", String.valueOf(current)))
                            .asException();
            case EditPanel.Result.NoSuchPanel() -> throw Problem.notFound("panel").asException();
            case EditPanel.Result.Forbidden() -> throw Problem.forbidden().asException();
            case EditPanel.Result.StepUpRequired() -> throw Problem.stepUpRequired().asException();
        }
    }

    private static RuntimeException badFields(List<String> names) {
        return Problem.invalid(
                        names.stream()
                                .map(
                                        name ->
                                                new Problem.FieldError(
                                                        "/" + name,
                                                        "invalid",
                                                        "It cannot be so for this panel."))
                                .toList())
                .asException();
    }

    private static RuntimeException nameTaken() {
        return Problem.of(409, "name_taken", "Another panel has this name.").asException();
    }
}
