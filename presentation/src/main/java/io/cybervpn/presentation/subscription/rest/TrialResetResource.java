package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.ResetTrial;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer may have a trial once more; needs {@code subscriptions:write}. */
@Path("/api/v1/admin/users/{id}/reset-trial")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class TrialResetResource {
    private final ResetTrial resetTrial;
    private final CurrentActor actor;

    @Inject
    TrialResetResource(ResetTrial resetTrial, CurrentActor actor) {
        this.resetTrial = resetTrial;
        this.actor = actor;
    }

    /** Repeatable. Say why in {@code X-Reason}. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminResetTrial",
            summary = "Gives a customer the right to a trial again")
    @APIResponse(responseCode = "204", description = "He may have one")
    public Uni<Void> reset(@PathParam("id") UUID id) {
        return resetTrial
                .execute(new ResetTrial.Command(actor.actor(), new AccountId(id), Optional.empty()))
                .invoke(TrialResetResource::check)
                .replaceWithVoid();
    }

    private static void check(ResetTrial.Result result) {
        switch (result) {
            case ResetTrial.Result.Done _ -> {}
            case ResetTrial.Result.NoSuchCustomer _ -> throw Problem.notFound("user").asException();
            case ResetTrial.Result.Forbidden _ -> throw Problem.forbidden().asException();
        }
    }
}
