package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.FindAccessLink;
import io.cybervpn.application.provisioning.ImportLinks;
import io.cybervpn.application.provisioning.LinkSettings;
import io.cybervpn.application.provisioning.RotateLink;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Flag;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The link of a customer's own subscription: the apps that take it in, and another one. */
@Path("/api/v1/subscriptions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "subscriptions")
public final class OwnLinkResource {
    private final FindAccessLink findAccessLink;
    private final RotateLink rotateLink;
    private final LinkSettings settings;
    private final CurrentActor actor;

    @Inject
    OwnLinkResource(
            FindAccessLink findAccessLink,
            RotateLink rotateLink,
            LinkSettings settings,
            CurrentActor actor) {
        this.findAccessLink = findAccessLink;
        this.rotateLink = rotateLink;
        this.settings = settings;
        this.actor = actor;
    }

    /** Lists the apps, each with an address that opens it with the link in it. */
    @GET
    @Path("/apps")
    @Operation(
            operationId = "listSubscriptionApps",
            summary = "Lists apps with the addresses that import the subscription into them",
            description = "Code: access_not_ready.")
    @APIResponseSchema(ImportLinkJson.ListJson.class)
    public Uni<RestResponse<ImportLinkJson.ListJson>> apps(@PathParam("id") UUID id) {
        return findAccessLink
                .execute(new FindAccessLink.Query(actor.actor(), new AccessId(id)))
                .map(this::apps);
    }

    /** Gives another link; the one before opens nothing from then on. */
    @POST
    @Path("/rotate-link")
    @Operation(
            operationId = "rotateSubscriptionLink",
            summary = "Gives the subscription another link",
            description =
                    "The one before opens nothing from then on. With newKeys the servers' keys are"
                            + " changed too: every device must import again, and what was copied"
                            + " connects nobody. Each call makes another link. Code:"
                            + " access_not_ready.")
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
                                false,
                                newKeys.map(Flag::on).orElse(false)))
                .map(RotatedLinkJson::answer);
    }

    private RestResponse<ImportLinkJson.ListJson> apps(FindAccessLink.Result result) {
        return switch (result) {
            case FindAccessLink.Result.Found(var link) ->
                    RestResponse.ResponseBuilder.ok(
                                    ImportLinkJson.ListJson.of(
                                            ImportLinks.of(link, settings.title())))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
            case FindAccessLink.Result.NotReady() -> throw ConfigResource.notReady();
            case FindAccessLink.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
        };
    }
}
