package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ViewHandover;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What staff made by hand for a customer (R142). */
@Path("/api/v1/subscriptions/{id}/handover")
@Tag(name = "subscriptions")
@Authenticated
public final class HandoverResource {
    private final ViewHandover viewHandover;
    private final CurrentActor actor;

    @Inject
    HandoverResource(ViewHandover viewHandover, CurrentActor actor) {
        this.viewHandover = viewHandover;
        this.actor = actor;
    }

    /** For the customer alone; 409 {@code not_by_hand} for what a machine makes. */
    @GET
    @Operation(
            operationId = "getSubscriptionHandover",
            summary = "Shows what was made by hand, and how far it is",
            description = "Code: not_by_hand.")
    @APIResponse(
            responseCode = "200",
            description = "How far it is, and what is handed over",
            content = @Content(schema = @Schema(implementation = HandoverJson.class)))
    public Uni<RestResponse<HandoverJson>> get(@PathParam("id") UUID id) {
        return viewHandover
                .execute(new ViewHandover.Query(actor.actor(), new AccessId(id)))
                .map(HandoverResource::answer);
    }

    private static RestResponse<HandoverJson> answer(ViewHandover.Result result) {
        return switch (result) {
            case ViewHandover.Result.Shown shown ->
                    RestResponse.ResponseBuilder.ok(HandoverJson.of(shown))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
            case ViewHandover.Result.NotByHand() ->
                    throw Problem.of(409, "not_by_hand", "This is nothing that is made by hand.")
                            .asException();
            case ViewHandover.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
        };
    }
}
