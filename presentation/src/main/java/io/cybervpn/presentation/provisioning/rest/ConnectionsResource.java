package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.DropConnections;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ends the connections of a subscription: {@code access:write}. */
@Path("/api/v1/admin/subscriptions/{id}/drop-connections")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class ConnectionsResource {
    private final DropConnections dropConnections;
    private final CurrentActor actor;

    @Inject
    ConnectionsResource(DropConnections dropConnections, CurrentActor actor) {
        this.dropConnections = dropConnections;
        this.actor = actor;
    }

    /** Those of now; apps may connect again at once. Repeatable. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminDropConnections",
            summary = "Ends the connections of a subscription",
            description =
                    "Its apps may connect again at once. Codes: not_offered_by_panel (501),"
                            + " panel_unavailable (503).")
    public Uni<PanelDeedJson> drop(@PathParam("id") UUID id) {
        return dropConnections
                .execute(new DropConnections.Command(actor.actor(), new AccessId(id)))
                .map(DeviceAnswers::answer);
    }
}
