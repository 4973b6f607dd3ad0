package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.StepUp;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Who one is once more, before something dangerous (R235). */
@Path("/api/v1/auth/step-up")
@Tag(name = "auth")
@Authenticated
public final class StepUpResource {
    private final StepUp stepUp;
    private final CurrentActor actor;

    @Inject
    StepUpResource(StepUp stepUp, CurrentActor actor) {
        this.stepUp = stepUp;
        this.actor = actor;
    }

    /**
     * An access token that says that it was shown now: the second factor, or for who has none his
     * password or a proof of Telegram that is not older than ten minutes. 422 for a wrong or used
     * code, 400 {@code wrong_password}.
     */
    @POST
    @Operation(operationId = "stepUp", summary = "Shows once more who one is")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<AccessJson> stepUp(
            @NotNull @Valid StepUpJson body, @Context HttpServerRequest request) {
        SessionId session = actor.session().orElseThrow(() -> Problem.forbidden().asException());
        return stepUp.execute(
                        new StepUp.Command(
                                actor.account(), session, body.shown(), ClientAddress.of(request)))
                .map(StepUpResource::answer);
    }

    private static AccessJson answer(StepUp.Result result) {
        return switch (result) {
            case StepUp.Result.Proven(var access) -> AccessJson.of(access);
            case StepUp.Result.WrongCode() -> throw TwoFactorProblems.wrongCode();
            case StepUp.Result.WrongPassword() -> throw IdentityProblems.wrongPassword();
            case StepUp.Result.Refused(var reason) -> throw TelegramProblems.refused(reason);
            case StepUp.Result.Stranger() -> throw TelegramProblems.stranger();
            case StepUp.Result.CodeNeeded() -> throw TwoFactorProblems.codeNeeded();
            case StepUp.Result.Over() ->
                    throw Problem.of(401, "unauthorized", "This session is over.").asException();
            case StepUp.Result.TooMany(var wait) -> throw IdentityProblems.tooMany(wait);
        };
    }
}
