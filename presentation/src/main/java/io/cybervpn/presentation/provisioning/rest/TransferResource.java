package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.TransferAccess;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Staff move a subscription to another panel (R127). */
@Path("/api/v1/admin/subscriptions/{id}/transfer")
@Tag(name = "admin-panels")
@Authenticated
public final class TransferResource {
    private final TransferAccess transferAccess;
    private final CurrentActor actor;

    @Inject
    TransferResource(TransferAccess transferAccess, CurrentActor actor) {
        this.transferAccess = transferAccess;
        this.actor = actor;
    }

    /** Without a gap: it is brought there before it is removed where it was. May be repeated. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminTransferSubscription",
            summary = "Moves a subscription to another panel",
            description =
                    "It is brought there within seconds, and removed where it was only then."
                            + " Needs X-Reason; may be repeated.")
    public Uni<TransferJson> transfer(
            @PathParam("id") UUID id, @NotNull @Valid TransferRequestJson body) {
        if (!actor.actor().may(Permission.PROVISIONING_WRITE)) {
            throw Problem.forbidden().asException();
        }
        return transferAccess
                .execute(
                        new TransferAccess.Command(
                                actor.actor(),
                                new AccessId(id),
                                Optional.ofNullable(body.panelId()).map(PanelId::new)))
                .map(TransferResource::answer);
    }

    private static TransferJson answer(TransferAccess.Result result) {
        return switch (result) {
            case TransferAccess.Result.Moved(var panel) -> TransferJson.of(panel, true);
            case TransferAccess.Result.Unchanged(var panel) -> TransferJson.of(panel, false);
            case TransferAccess.Result.NoPlace() ->
                    throw Problem.of(
                                    409,
                                    "no_place",
                                    "The panel takes nobody new or lacks a server group of this"
                                            + " subscription, or no other panel takes it.")
                            .asException();
            case TransferAccess.Result.NoSuchPanel() ->
                    throw Problem.notFound("panel").asException();
            case TransferAccess.Result.NoSuchAccess() ->
                    throw Problem.notFound("access").asException();
            case TransferAccess.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
