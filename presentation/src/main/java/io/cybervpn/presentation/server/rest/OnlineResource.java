package io.cybervpn.presentation.server.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the caller's own subscription is in use, and where. */
@Path("/api/v1/subscriptions/{id}/online")
@Authenticated
@Tag(name = "subscriptions")
public final class OnlineResource {
    private final Presences presences;

    @Inject
    OnlineResource(Presences presences) {
        this.presences = presences;
    }

    /** As its panel says now. */
    @GET
    @Operation(
            operationId = "getSubscriptionOnline",
            summary = "Shows whether a subscription is in use",
            description =
                    "Codes: access_not_ready (409), not_offered_by_panel (501), panel_unavailable"
                            + " (503).")
    public Uni<OnlineJson> get(@PathParam("id") UUID id) {
        return presences.of(id);
    }
}
