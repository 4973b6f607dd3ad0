package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.StepUp;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The second factor once more, before something dangerous (R235). */
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

    /** An access token that says that it was shown now; 422 for a wrong or used code. */
    @POST
    @Operation(operationId = "stepUp", summary = "Shows the second factor once more")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<AccessJson> stepUp(@NotNull @Valid CodeJson body) {
        SessionId session = actor.session().orElseThrow(() -> Problem.forbidden().asException());
        return stepUp.execute(new StepUp.Command(actor.account(), session, body.code()))
                .map(StepUpResource::answer);
    }

    private static AccessJson answer(StepUp.Result result) {
        return switch (result) {
            case StepUp.Result.Proven(var access) -> AccessJson.of(access);
            case StepUp.Result.WrongCode() -> throw TwoFactorProblems.wrongCode();
            case StepUp.Result.TooMany(var wait) -> throw IdentityProblems.tooMany(wait);
        };
    }
}
