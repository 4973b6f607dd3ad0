package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.PassSecondFactor;
import io.cybervpn.presentation.shared.rest.Clients;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The second half of a login (R234); no token is needed, but a challenge of the first half. */
@Path("/api/v1/auth/two-factor")
@Tag(name = "auth")
@PermitAll
public final class SecondStepResource {
    private final PassSecondFactor passSecondFactor;
    private final Admissions admissions;

    @Inject
    SecondStepResource(PassSecondFactor passSecondFactor, Admissions admissions) {
        this.passSecondFactor = passSecondFactor;
        this.admissions = admissions;
    }

    /** Opens the session; the challenge stays good after a wrong code, five minutes in all. */
    @POST
    @Operation(operationId = "loginSecondFactor", summary = "Finishes a login")
    public Uni<RestResponse<LoginJson>> pass(
            @NotNull @Valid ChallengeAnswerJson body, @Context HttpServerRequest request) {
        return passSecondFactor
                .execute(
                        new PassSecondFactor.Command(
                                body.challenge(), body.code(), Clients.of(request)))
                .map(result -> answer(result, request));
    }

    private RestResponse<LoginJson> answer(
            PassSecondFactor.Result result, HttpServerRequest request) {
        return switch (result) {
            case PassSecondFactor.Result.Shown(var admission) ->
                    admissions.answer(admission, request);
            case PassSecondFactor.Result.WrongCode() -> throw TwoFactorProblems.wrongCode();
            case PassSecondFactor.Result.Over() -> throw TwoFactorProblems.challengeOver();
            case PassSecondFactor.Result.TooMany(var wait) -> throw IdentityProblems.tooMany(wait);
        };
    }
}
