package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ForgetFormerSecret;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Secrets that were replaced and by which pushes are still believed. */
@Path("/api/v1/admin/payment-gateways/{provider}/secrets/{field}/former")
@Tag(name = "admin-payments")
@Authenticated
public final class FormerSecretResource {
    private final ForgetFormerSecret forgetFormerSecret;
    private final CurrentActor actor;

    @Inject
    FormerSecretResource(ForgetFormerSecret forgetFormerSecret, CurrentActor actor) {
        this.forgetFormerSecret = forgetFormerSecret;
        this.actor = actor;
    }

    /** Ends its grace; 204. */
    @DELETE
    @ReasonRequired
    @Operation(
            operationId = "adminForgetFormerGatewaySecret",
            summary = "Believes no push by a replaced secret any more",
            description = "Needs a fresh second factor and X-Reason.")
    @APIResponse(responseCode = "204", description = "It is worth nothing any more")
    public Uni<RestResponse<Void>> forget(
            @PathParam("provider") String provider, @PathParam("field") String field) {
        return forgetFormerSecret
                .execute(new ForgetFormerSecret.Command(actor.actor(), provider, field))
                .map(FormerSecretResource::answer);
    }

    private static RestResponse<Void> answer(ForgetFormerSecret.Result result) {
        return switch (result) {
            case ForgetFormerSecret.Result.Done() -> RestResponse.noContent();
            case ForgetFormerSecret.Result.NoFormer() ->
                    throw Problem.notFound("former secret").asException();
            case ForgetFormerSecret.Result.Forbidden() -> throw Problem.forbidden().asException();
            case ForgetFormerSecret.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
