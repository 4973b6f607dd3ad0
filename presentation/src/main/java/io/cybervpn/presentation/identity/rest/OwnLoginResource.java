package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AskEmailChange;
import io.cybervpn.application.identity.AskEmailVerification;
import io.cybervpn.application.identity.ChangePassword;
import io.cybervpn.application.identity.ConfirmEmailChange;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One's own address and password (R36, R41). */
@Path("/api/v1/me")
@Tag(name = "me")
@Authenticated
public final class OwnLoginResource {
    private final ChangePassword changePassword;
    private final AskEmailVerification askEmailVerification;
    private final AskEmailChange askEmailChange;
    private final ConfirmEmailChange confirmEmailChange;
    private final CurrentActor actor;

    @Inject
    OwnLoginResource(
            ChangePassword changePassword,
            AskEmailVerification askEmailVerification,
            AskEmailChange askEmailChange,
            ConfirmEmailChange confirmEmailChange,
            CurrentActor actor) {
        this.changePassword = changePassword;
        this.askEmailVerification = askEmailVerification;
        this.askEmailChange = askEmailChange;
        this.confirmEmailChange = confirmEmailChange;
        this.actor = actor;
    }

    /** Another password; sessions elsewhere are over then. */
    @POST
    @Path("/password")
    @Operation(operationId = "changePassword", summary = "Changes one's own password")
    @APIResponse(responseCode = "204", description = "Changed")
    public Uni<Void> changePassword(
            @NotNull PasswordChangeJson body, @Context HttpServerRequest request) {
        return changePassword
                .execute(
                        new ChangePassword.Command(
                                actor.account(),
                                actor.session(),
                                orEmpty(body.oldPassword()),
                                orEmpty(body.password()),
                                ClientAddress.of(request)))
                .invoke(OwnLoginResource::check)
                .replaceWithVoid();
    }

    /** Another code to one's own address. */
    @POST
    @Path("/email/verification")
    @Operation(operationId = "resendEmailCode", summary = "Sends another code to one's address")
    @APIResponse(responseCode = "202", description = "A mail is on its way")
    public Uni<RestResponse<Void>> resend(@Context HttpServerRequest request) {
        return askEmailVerification
                .execute(
                        new AskEmailVerification.Command(
                                actor.account(), ClientAddress.of(request)))
                .map(OwnLoginResource::answer);
    }

    /** A code to a new address; nothing changes before it comes back. */
    @POST
    @Path("/email")
    @Operation(operationId = "changeEmail", summary = "Asks for another e-mail address")
    @APIResponse(responseCode = "202", description = "A mail is on its way")
    public Uni<RestResponse<Void>> changeEmail(
            @NotNull EmailChangeJson body, @Context HttpServerRequest request) {
        return askEmailChange
                .execute(
                        new AskEmailChange.Command(
                                actor.account(),
                                actor.session(),
                                orEmpty(body.email()),
                                orEmpty(body.password()),
                                ClientAddress.of(request)))
                .map(OwnLoginResource::answer);
    }

    /** Takes the new address; the old one gets a notice. */
    @POST
    @Path("/email/confirm")
    @Operation(operationId = "confirmEmail", summary = "Confirms the new e-mail address")
    @APIResponse(responseCode = "204", description = "Changed")
    public Uni<Void> confirmEmail(@NotNull CodeJson body, @Context HttpServerRequest request) {
        return confirmEmailChange
                .execute(
                        new ConfirmEmailChange.Command(
                                actor.account(), orEmpty(body.code()), ClientAddress.of(request)))
                .invoke(OwnLoginResource::check)
                .replaceWithVoid();
    }

    private static void check(ChangePassword.Result result) {
        switch (result) {
            case ChangePassword.Result.Changed() -> {}
            case ChangePassword.Result.StepUpNeeded() ->
                    throw Problem.stepUpRequired().asException();
            case ChangePassword.Result.WrongPassword() -> throw IdentityProblems.wrongPassword();
            case ChangePassword.Result.Unfit(var flaw) ->
                    throw IdentityProblems.invalid(Set.of(flaw));
            case ChangePassword.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        }
    }

    private static RestResponse<Void> answer(AskEmailVerification.Result result) {
        return switch (result) {
            case AskEmailVerification.Result.Asked() -> RestResponse.accepted();
            case AskEmailVerification.Result.NoEmail() -> throw IdentityProblems.noEmail();
            case AskEmailVerification.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private static RestResponse<Void> answer(AskEmailChange.Result result) {
        return switch (result) {
            case AskEmailChange.Result.Asked() -> RestResponse.accepted();
            case AskEmailChange.Result.Invalid() ->
                    throw IdentityProblems.invalid(Set.of(RegistrationFlaw.EMAIL_INVALID));
            case AskEmailChange.Result.StepUpNeeded() ->
                    throw Problem.stepUpRequired().asException();
            case AskEmailChange.Result.WrongPassword() -> throw IdentityProblems.wrongPassword();
            case AskEmailChange.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private static void check(ConfirmEmailChange.Result result) {
        switch (result) {
            case ConfirmEmailChange.Result.Changed() -> {}
            case ConfirmEmailChange.Result.WrongCode() -> throw IdentityProblems.wrongCode();
            case ConfirmEmailChange.Result.EmailTaken() -> throw IdentityProblems.emailTaken();
            case ConfirmEmailChange.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
