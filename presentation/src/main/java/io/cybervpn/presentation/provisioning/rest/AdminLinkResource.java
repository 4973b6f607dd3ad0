package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.RotateLink;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Flag;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The links of customers, for staff with {@code provisioning:write}; with a reason, audited. */
@Path("/api/v1/admin/subscriptions/{id}/rotate-link")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "admin")
public final class AdminLinkResource {
    private final RotateLink rotateLink;
    private final CurrentActor actor;

    @Inject
    AdminLinkResource(RotateLink rotateLink, CurrentActor actor) {
        this.rotateLink = rotateLink;
        this.actor = actor;
    }

    /** Gives another link; the one before opens nothing from then on. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminRotateSubscriptionLink",
            summary = "Gives a customer's subscription another link",
            description =
                    "The one before opens nothing from then on. With newKeys the servers' keys are"
                            + " changed too. Each call makes another link.")
    @APIResponseSchema(RotatedLinkJson.class)
    public Uni<RestResponse<RotatedLinkJson>> rotate(
            @PathParam("id") UUID id,
            @Parameter(description = "true: the servers' keys are changed too")
                    @QueryParam("newKeys")
                    Optional<Flag> newKeys) {
        return rotateLink
                .execute(
                        new RotateLink.Command(
                                actor.actor(),
                                new AccessId(id),
                                true,
                                newKeys.map(Flag::on).orElse(false)))
                .map(RotatedLinkJson::answer);
    }
}
