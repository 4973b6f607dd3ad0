package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AcceptInvitation;
import io.cybervpn.presentation.identity.rest.staff.StaffJson.AcceptanceJson;
import io.cybervpn.presentation.identity.rest.staff.StaffJson.NewStaffJson;
import io.cybervpn.presentation.identity.rest.staff.StaffJson.SetupJson;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** How somebody becomes a member of staff; whoever has the secret may. */
@Path("/api/v1/setup")
@Tag(name = "auth")
public final class SetupResource {
    private final AcceptInvitation acceptInvitation;

    @Inject
    SetupResource(AcceptInvitation acceptInvitation) {
        this.acceptInvitation = acceptInvitation;
    }

    /** With the token that the shop printed at its first start; 410 {@code invitation_gone}. */
    @POST
    @Operation(operationId = "setUp", summary = "Makes the first super_admin")
    @APIResponse(responseCode = "201", description = "Made; log in")
    @ResponseStatus(201)
    public Uni<NewStaffJson> setUp(@NotNull SetupJson body, @Context HttpServerRequest request) {
        return accept(
                new AcceptInvitation.Command(
                        text(body.token()),
                        Optional.of(text(body.email())),
                        text(body.password()),
                        ClientAddress.of(request)));
    }

    /** With the secret of an invitation; 410 {@code invitation_gone}. */
    @POST
    @Path("/invitation")
    @Operation(operationId = "acceptInvitation", summary = "Makes a member of staff")
    @APIResponse(responseCode = "201", description = "Made; log in")
    @ResponseStatus(201)
    public Uni<NewStaffJson> accept(
            @NotNull AcceptanceJson body, @Context HttpServerRequest request) {
        return accept(
                new AcceptInvitation.Command(
                        text(body.token()),
                        Optional.empty(),
                        text(body.password()),
                        ClientAddress.of(request)));
    }

    private Uni<NewStaffJson> accept(AcceptInvitation.Command command) {
        return acceptInvitation.execute(command).map(SetupResource::answer);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static NewStaffJson answer(AcceptInvitation.Result result) {
        return switch (result) {
            case AcceptInvitation.Result.Accepted(var account) ->
                    new NewStaffJson(account.id().value(), account.email().orElse(null));
            case AcceptInvitation.Result.WorthNothing() ->
                    throw Problem.of(410, "invitation_gone", "This token is worth nothing.")
                            .asException();
            case AcceptInvitation.Result.Invalid(var flaws) ->
                    throw IdentityProblems.invalid(flaws);
            case AcceptInvitation.Result.EmailTaken() -> throw IdentityProblems.emailTaken();
            case AcceptInvitation.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }
}
