package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.SetPanelSecret;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Secrets of panels, which nobody reads back. */
@Path("/api/v1/admin/panels/{id}/secrets/{field}")
@Tag(name = "admin-panels")
@Authenticated
public final class PanelSecretResource {
    private final SetPanelSecret setSecret;
    private final CurrentActor actor;

    @Inject
    PanelSecretResource(SetPanelSecret setSecret, CurrentActor actor) {
        this.setSecret = setSecret;
        this.actor = actor;
    }

    /** Seals it; nobody reads it back. */
    @PUT
    @ReasonRequired
    @Operation(
            operationId = "adminSetPanelSecret",
            summary = "Sets a secret of a panel",
            description = "Needs a fresh second factor and X-Reason.")
    @APIResponse(responseCode = "204", description = "It holds")
    public Uni<Void> set(
            @PathParam("id") UUID id,
            @PathParam("field") String field,
            @NotNull @Valid PanelSecretJson body) {
        if (!actor.actor().may(Permission.PANELS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        return secret(id, field, Optional.of(body.value()));
    }

    /** Takes it away; of the configured panel the configured one holds again. */
    @DELETE
    @ReasonRequired
    @Operation(operationId = "adminRemovePanelSecret", summary = "Takes a secret of a panel away")
    @APIResponse(responseCode = "204", description = "It holds no more")
    public Uni<Void> remove(@PathParam("id") UUID id, @PathParam("field") String field) {
        return secret(id, field, Optional.empty());
    }

    private Uni<Void> secret(UUID id, String field, Optional<String> value) {
        return setSecret
                .execute(new SetPanelSecret.Command(actor.actor(), new PanelId(id), field, value))
                .invoke(PanelSecretResource::refuse)
                .replaceWithVoid();
    }

    private static void refuse(SetPanelSecret.Result result) {
        switch (result) {
            case SetPanelSecret.Result.Done() -> {}
            case SetPanelSecret.Result.BadValue() ->
                    throw Problem.invalid(
                                    "/value", "invalid", "Such a secret does not look like this.")
                            .asException();
            case SetPanelSecret.Result.NoSuchField() ->
                    throw Problem.notFound("secret").asException();
            case SetPanelSecret.Result.Forbidden() -> throw Problem.forbidden().asException();
            case SetPanelSecret.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        }
    }
}
