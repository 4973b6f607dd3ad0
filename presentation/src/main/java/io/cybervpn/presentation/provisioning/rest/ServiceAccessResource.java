package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ResetCredential;
import io.cybervpn.application.provisioning.SetSshKey;
import io.cybervpn.application.provisioning.ViewServiceAccess;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The way in to a customer's own subscription, where it is no VPN. */
@Path("/api/v1/subscriptions/{id}/access")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "subscriptions")
public final class ServiceAccessResource {
    private static final String NO_STORE = "no-store";

    private final ViewServiceAccess viewServiceAccess;
    private final ResetCredential resetCredential;
    private final SetSshKey setSshKey;
    private final CurrentActor actor;

    @Inject
    ServiceAccessResource(
            ViewServiceAccess viewServiceAccess,
            ResetCredential resetCredential,
            SetSshKey setSshKey,
            CurrentActor actor) {
        this.viewServiceAccess = viewServiceAccess;
        this.resetCredential = resetCredential;
        this.setSshKey = setSshKey;
        this.actor = actor;
    }

    /** How far it is, where to log in, and with what name. */
    @GET
    @Operation(
            operationId = "getServiceAccess",
            summary =
                    "Shows how far what the subscription gives is, where to log in, and with what"
                            + " name",
            description =
                    "For servers, lines, and what is made by hand. Of a VPN there is nothing to log"
                            + " in to. Codes: access_not_ready, not_offered_by_panel (501),"
                            + " panel_unavailable (503).")
    @APIResponseSchema(ServiceAccessJson.class)
    public Uni<RestResponse<ServiceAccessJson>> show(@PathParam("id") UUID id) {
        return viewServiceAccess
                .execute(new ViewServiceAccess.Query(actor.actor(), new AccessId(id)))
                .map(ServiceAccessResource::answer);
    }

    /** Gives another password. */
    @POST
    @Path("/credential")
    @Operation(
            operationId = "resetServiceCredential",
            summary = "Gives another password to log in with",
            description =
                    "It is told once; the one before opens nothing from then on. Each call makes"
                            + " another. A server that can be told no other way is restarted for"
                            + " it. Codes: access_not_ready, not_offered_by_panel (501),"
                            + " panel_unavailable (503).")
    @APIResponseSchema(CredentialJson.class)
    public Uni<RestResponse<CredentialJson>> reset(@PathParam("id") UUID id) {
        return resetCredential
                .execute(new ResetCredential.Command(actor.actor(), new AccessId(id)))
                .map(ServiceAccessResource::answer);
    }

    /** Lets the owner of a key in. */
    @PUT
    @Path("/ssh-key")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setServiceSshKey",
            summary = "Has the server let in whoever has the private key of this one",
            description =
                    "It takes the place of the one before. A server that runs is restarted for it."
                            + " Codes: ssh_key_invalid (422), access_not_ready,"
                            + " not_offered_by_panel (501), panel_unavailable (503).")
    @APIResponse(responseCode = "204", description = "It is set")
    public Uni<RestResponse<Void>> set(@PathParam("id") UUID id, @Valid @NotNull SshKeyJson body) {
        return setSshKey
                .execute(new SetSshKey.Command(actor.actor(), new AccessId(id), body.key()))
                .map(ServiceAccessResource::answer);
    }

    private static RestResponse<Void> answer(SetSshKey.Result result) {
        return switch (result) {
            case SetSshKey.Result.Done() -> RestResponse.noContent();
            case SetSshKey.Result.NoKey() ->
                    throw Problem.of(422, "ssh_key_invalid", "This is no public key.")
                            .asException();
            case SetSshKey.Result.NotOffered() -> throw notOffered();
            case SetSshKey.Result.NotReady() -> throw ConfigResource.notReady();
            case SetSshKey.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case SetSshKey.Result.NoAnswer() -> throw DeviceAnswers.outcomeUnknown();
        };
    }

    private static RestResponse<ServiceAccessJson> answer(ViewServiceAccess.Result result) {
        return switch (result) {
            case ViewServiceAccess.Result.Shown(var access) -> secret(ServiceAccessJson.of(access));
            case ViewServiceAccess.Result.NotOffered() -> throw notOffered();
            case ViewServiceAccess.Result.NotReady() -> throw ConfigResource.notReady();
            case ViewServiceAccess.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case ViewServiceAccess.Result.NoAnswer() -> throw DeviceAnswers.noAnswer();
        };
    }

    private static RestResponse<CredentialJson> answer(ResetCredential.Result result) {
        return switch (result) {
            case ResetCredential.Result.Made(var password) -> secret(new CredentialJson(password));
            case ResetCredential.Result.NotOffered() -> throw notOffered();
            case ResetCredential.Result.NotReady() -> throw ConfigResource.notReady();
            case ResetCredential.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case ResetCredential.Result.NoAnswer() -> throw DeviceAnswers.outcomeUnknown();
        };
    }

    private static ProblemException notOffered() {
        return Problem.of(501, "not_offered_by_panel", "There is nothing to log in to here.")
                .asException();
    }

    private static <T> RestResponse<T> secret(T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }
}
