package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.BeginOAuth;
import io.cybervpn.application.identity.LinkOAuth;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** More ways into one's own account, by those who vouch for people (R45). */
@Path("/api/v1/identities/oauth/{provider}")
@Tag(name = "identities")
@Authenticated
public final class OAuthIdentityResource {
    private final BeginOAuth beginOAuth;
    private final LinkOAuth linkOAuth;
    private final CurrentActor actor;

    @Inject
    OAuthIdentityResource(BeginOAuth beginOAuth, LinkOAuth linkOAuth, CurrentActor actor) {
        this.beginOAuth = beginOAuth;
        this.linkOAuth = linkOAuth;
        this.actor = actor;
    }

    /** The provider's page, and what to keep until the way back; 404 for an unknown one. */
    @POST
    @Operation(operationId = "beginOAuthLink", summary = "Begins to link a provider")
    @APIResponse(responseCode = "201", description = "Go there")
    @ResponseStatus(201)
    public Uni<RestResponse<OAuthStartedJson>> begin(
            @PathParam("provider") String provider,
            @NotNull @Valid OAuthStartJson body,
            @Context HttpServerRequest request) {
        return beginOAuth
                .execute(
                        new BeginOAuth.Command(
                                provider,
                                body.redirectUri(),
                                Optional.of(actor.account()),
                                ClientAddress.of(request)))
                .map(OAuthLoginResource::begun);
    }

    /** Links; 409 {@code identity_taken} if he has another account here. */
    @POST
    @Path("/callback")
    @Operation(operationId = "finishOAuthLink", summary = "Links a provider")
    public Uni<IdentityJson> finish(
            @PathParam("provider") String provider,
            @NotNull @Valid OAuthReturnJson body,
            @Context HttpServerRequest request) {
        return linkOAuth
                .execute(
                        new LinkOAuth.Command(
                                actor.account(),
                                actor.session(),
                                body.from(provider),
                                ClientAddress.of(request)))
                .map(OAuthIdentityResource::answer);
    }

    static IdentityJson answer(LinkOAuth.Result result) {
        return switch (result) {
            case LinkOAuth.Result.Known(var linking) -> IdentityResource.answer(linking);
            case LinkOAuth.Result.Gone() -> throw OAuthProblems.gone();
            case LinkOAuth.Result.Refused() -> throw OAuthProblems.refused();
            case LinkOAuth.Result.Unavailable() -> throw OAuthProblems.unavailable();
            case LinkOAuth.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }
}
