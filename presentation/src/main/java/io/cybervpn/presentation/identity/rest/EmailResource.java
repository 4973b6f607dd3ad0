package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AskPasswordReset;
import io.cybervpn.application.identity.ResetPassword;
import io.cybervpn.application.identity.VerifyEmail;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
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

/** What somebody can do who reads the mail of an address (R36, R40). */
@Path("/api/v1/auth")
@Tag(name = "auth")
@PermitAll
public final class EmailResource {
    private final VerifyEmail verifyEmail;
    private final AskPasswordReset askPasswordReset;
    private final ResetPassword resetPassword;

    @Inject
    EmailResource(
            VerifyEmail verifyEmail,
            AskPasswordReset askPasswordReset,
            ResetPassword resetPassword) {
        this.verifyEmail = verifyEmail;
        this.askPasswordReset = askPasswordReset;
        this.resetPassword = resetPassword;
    }

    /** Verifies an address by its code; 400 {@code code_invalid} whatever is wrong with it. */
    @POST
    @Path("/email/verify")
    @Operation(operationId = "verifyEmail", summary = "Verifies an e-mail address")
    @APIResponse(responseCode = "204", description = "Verified")
    public Uni<Void> verify(@NotNull EmailCodeJson body, @Context HttpServerRequest request) {
        return verifyEmail
                .execute(
                        new VerifyEmail.Command(
                                orEmpty(body.email()),
                                orEmpty(body.code()),
                                ClientAddress.of(request)))
                .invoke(EmailResource::check)
                .replaceWithVoid();
    }

    /** Sends a code if there is such an account; 202 in any case. */
    @POST
    @Path("/password/forgot")
    @Operation(operationId = "forgotPassword", summary = "Asks for a code for a new password")
    @APIResponse(responseCode = "202", description = "If there is such an account, it has mail")
    public Uni<RestResponse<Void>> forgot(
            @NotNull ForgottenPasswordJson body, @Context HttpServerRequest request) {
        return askPasswordReset
                .execute(
                        new AskPasswordReset.Command(
                                orEmpty(body.email()), ClientAddress.of(request)))
                .map(EmailResource::answer);
    }

    /** Sets a new password by a code; all sessions are over then. */
    @POST
    @Path("/password/reset")
    @Operation(operationId = "resetPassword", summary = "Sets a new password by a code")
    @APIResponse(responseCode = "204", description = "Set")
    public Uni<Void> reset(@NotNull PasswordResetJson body, @Context HttpServerRequest request) {
        return resetPassword
                .execute(
                        new ResetPassword.Command(
                                orEmpty(body.email()),
                                orEmpty(body.code()),
                                orEmpty(body.password()),
                                ClientAddress.of(request)))
                .invoke(EmailResource::check)
                .replaceWithVoid();
    }

    private static void check(VerifyEmail.Result result) {
        switch (result) {
            case VerifyEmail.Result.Verified() -> {}
            case VerifyEmail.Result.WrongCode() -> throw IdentityProblems.wrongCode();
            case VerifyEmail.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        }
    }

    private static RestResponse<Void> answer(AskPasswordReset.Result result) {
        return switch (result) {
            case AskPasswordReset.Result.Asked() -> RestResponse.accepted();
            case AskPasswordReset.Result.Invalid() ->
                    throw IdentityProblems.invalid(Set.of(RegistrationFlaw.EMAIL_INVALID));
            case AskPasswordReset.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private static void check(ResetPassword.Result result) {
        switch (result) {
            case ResetPassword.Result.Done() -> {}
            case ResetPassword.Result.WrongCode() -> throw IdentityProblems.wrongCode();
            case ResetPassword.Result.Unfit(var flaw) ->
                    throw IdentityProblems.invalid(Set.of(flaw));
            case ResetPassword.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
