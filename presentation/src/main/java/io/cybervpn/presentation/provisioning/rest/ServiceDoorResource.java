package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ResetCredential;
import io.cybervpn.application.provisioning.ShowServiceDoor;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The way in to a customer's own subscription, where it is no VPN. */
@Path("/api/v1/subscriptions/{id}/access")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "subscriptions")
public final class ServiceDoorResource {
    private static final String NO_STORE = "no-store";

    private final ShowServiceDoor showServiceDoor;
    private final ResetCredential resetCredential;
    private final CurrentActor actor;

    @Inject
    ServiceDoorResource(
            ShowServiceDoor showServiceDoor, ResetCredential resetCredential, CurrentActor actor) {
        this.showServiceDoor = showServiceDoor;
        this.resetCredential = resetCredential;
        this.actor = actor;
    }

    /** Where to log in, and with what name. */
    @GET
    @Operation(
            operationId = "getServiceDoor",
            summary = "Shows where to log in to what the subscription gives, and with what name",
            description =
                    "For servers and other services. Of a VPN there is nothing to log in to. Codes:"
                            + " access_not_ready, not_offered_by_panel (501), panel_unavailable"
                            + " (503).")
    @APIResponseSchema(ServiceDoorJson.class)
    public Uni<RestResponse<ServiceDoorJson>> show(@PathParam("id") UUID id) {
        return showServiceDoor
                .execute(new ShowServiceDoor.Query(actor.actor(), new AccessId(id)))
                .map(ServiceDoorResource::answer);
    }

    /** Gives another password. */
    @POST
    @Path("/credential")
    @Operation(
            operationId = "resetServiceCredential",
            summary = "Gives another password to log in with",
            description =
                    "It is told once; the one before opens nothing from then on. Each call makes"
                            + " another. Codes: access_not_ready, not_offered_by_panel (501),"
                            + " panel_unavailable (503).")
    @APIResponseSchema(CredentialJson.class)
    public Uni<RestResponse<CredentialJson>> reset(@PathParam("id") UUID id) {
        return resetCredential
                .execute(new ResetCredential.Command(actor.actor(), new AccessId(id)))
                .map(ServiceDoorResource::answer);
    }

    private static RestResponse<ServiceDoorJson> answer(ShowServiceDoor.Result result) {
        return switch (result) {
            case ShowServiceDoor.Result.Shown(var door) -> secret(ServiceDoorJson.of(door));
            case ShowServiceDoor.Result.NotOffered() -> throw notOffered();
            case ShowServiceDoor.Result.NotReady() -> throw ConfigResource.notReady();
            case ShowServiceDoor.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case ShowServiceDoor.Result.NoAnswer() -> throw DeviceAnswers.noAnswer();
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
