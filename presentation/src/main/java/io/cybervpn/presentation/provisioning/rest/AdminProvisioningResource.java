package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.AccessStatus;
import io.cybervpn.application.provisioning.ListAccesses;
import io.cybervpn.application.provisioning.RetryParkedAccess;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What staff see of provisioning, and the retry of what the panel refused (R128). */
@Path("/api/v1/admin/provisioning")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "admin")
public final class AdminProvisioningResource {
    private final ListAccesses listAccesses;
    private final RetryParkedAccess retryParkedAccess;
    private final CurrentActor actor;

    @Inject
    AdminProvisioningResource(
            ListAccesses listAccesses, RetryParkedAccess retryParkedAccess, CurrentActor actor) {
        this.listAccesses = listAccesses;
        this.retryParkedAccess = retryParkedAccess;
        this.actor = actor;
    }

    /**
     * Lists records, those changed last first; {@code status} is pending, ready, parked or removed.
     */
    @GET
    @Operation(operationId = "listAccesses", summary = "Lists what the panel should have")
    public Uni<AccessJson.PageJson> list(
            @Parameter(description = "pending, ready, parked or removed") @QueryParam("status")
                    Optional<String> status,
            @Valid @BeanParam PageParams page) {
        ListAccesses.Query query =
                new ListAccesses.Query(
                        actor.actor(),
                        status.map(AdminProvisioningResource::status),
                        page.toRequest());
        return listAccesses
                .execute(query)
                .map(
                        result ->
                                switch (result) {
                                    case ListAccesses.Result.Listed(var found) ->
                                            AccessJson.PageJson.of(found);
                                    case ListAccesses.Result.Denied() ->
                                            throw Problem.forbidden().asException();
                                });
    }

    /** Makes a parked record due now; 204. */
    @POST
    @Path("/{id}/retry")
    @Operation(operationId = "retryAccess", summary = "Tries a parked access again")
    @APIResponse(responseCode = "204", description = "It is due now")
    public Uni<RestResponse<Void>> retry(@PathParam("id") UUID id) {
        return retryParkedAccess
                .execute(new RetryParkedAccess.Command(actor.actor(), new AccessId(id)))
                .map(AdminProvisioningResource::answer);
    }

    private static RestResponse<Void> answer(RetryParkedAccess.Result result) {
        return switch (result) {
            case RetryParkedAccess.Result.Due() -> RestResponse.noContent();
            case RetryParkedAccess.Result.NotParked() ->
                    throw Problem.of(409, "not_parked", "This access is not parked.").asException();
            case RetryParkedAccess.Result.NoSuchAccess() ->
                    throw Problem.notFound("access").asException();
            case RetryParkedAccess.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }

    private static AccessStatus status(String code) {
        return AccessStatus.find(code)
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                                "status",
                                                "unknown",
                                                "One of pending, ready, parked, removed.")
                                        .asException());
    }
}
