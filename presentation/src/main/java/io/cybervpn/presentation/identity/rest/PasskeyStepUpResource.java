package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AskPasskey;
import io.cybervpn.application.identity.StepUpByPasskey;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** A passkey in a running session, before something dangerous (R235). */
@Path("/api/v1/auth/step-up/passkey")
@Tag(name = "auth")
@Authenticated
public final class PasskeyStepUpResource {
    private final AskPasskey askPasskey;
    private final StepUpByPasskey stepUpByPasskey;
    private final CurrentActor actor;

    @Inject
    PasskeyStepUpResource(
            AskPasskey askPasskey, StepUpByPasskey stepUpByPasskey, CurrentActor actor) {
        this.askPasskey = askPasskey;
        this.stepUpByPasskey = stepUpByPasskey;
        this.actor = actor;
    }

    /** What to ask an authenticator for. */
    @POST
    @Path("/options")
    @Operation(operationId = "beginPasskeyStepUp", summary = "Begins to show a passkey once more")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<PasskeyRequestJson> options(@Context HttpServerRequest request) {
        return askPasskey
                .execute(
                        new AskPasskey.Command(
                                Optional.of(actor.account()), ClientAddress.of(request)))
                .map(PasskeyRequestJson::of);
    }

    /** An access token that says that it was shown now; 422 for anything not good. */
    @POST
    @Operation(operationId = "stepUpByPasskey", summary = "Shows a passkey once more")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<AccessJson> stepUp(@NotNull @Valid PasskeyAssertionJson body) {
        SessionId session = actor.session().orElseThrow(() -> Problem.forbidden().asException());
        return stepUpByPasskey
                .execute(new StepUpByPasskey.Command(actor.account(), session, body.toAssertion()))
                .map(PasskeyStepUpResource::answer);
    }

    private static AccessJson answer(StepUpByPasskey.Result result) {
        return switch (result) {
            case StepUpByPasskey.Result.Proven(var access) -> AccessJson.of(access);
            case StepUpByPasskey.Result.Refused() -> throw PasskeyProblems.refused();
            case StepUpByPasskey.Result.TooMany(var wait) -> throw IdentityProblems.tooMany(wait);
        };
    }
}
