package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AskPasskey;
import io.cybervpn.application.identity.LogInByPasskey;
import io.cybervpn.presentation.shared.rest.ClientAddress;
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
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** The door of those who have a passkey (R234). */
@Path("/api/v1/auth/passkey")
@Tag(name = "auth")
@PermitAll
public final class PasskeyLoginResource {
    private final AskPasskey askPasskey;
    private final LogInByPasskey logInByPasskey;
    private final Admissions admissions;

    @Inject
    PasskeyLoginResource(
            AskPasskey askPasskey, LogInByPasskey logInByPasskey, Admissions admissions) {
        this.askPasskey = askPasskey;
        this.logInByPasskey = logInByPasskey;
        this.admissions = admissions;
    }

    /** The same for everybody: it says nothing about anybody. */
    @POST
    @Path("/options")
    @Operation(operationId = "beginPasskeyLogin", summary = "Begins a login by passkey")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<PasskeyRequestJson> options(@Context HttpServerRequest request) {
        return askPasskey
                .execute(new AskPasskey.Command(Optional.empty(), ClientAddress.of(request)))
                .map(PasskeyRequestJson::of);
    }

    /** Opens a session that counts as proven by two factors; 401 for anything not good. */
    @POST
    @Operation(operationId = "logInByPasskey", summary = "Opens a session by a passkey")
    public Uni<RestResponse<LoginJson>> logIn(
            @NotNull @Valid PasskeyAssertionJson body, @Context HttpServerRequest request) {
        return logInByPasskey
                .execute(
                        new LogInByPasskey.Command(
                                body.toAssertion(), ClientAddress.of(request), Clients.of(request)))
                .map(result -> answer(result, request));
    }

    private RestResponse<LoginJson> answer(
            LogInByPasskey.Result result, HttpServerRequest request) {
        return switch (result) {
            case LogInByPasskey.Result.Known(var admission) ->
                    admissions.answer(admission, request);
            case LogInByPasskey.Result.Refused() -> throw PasskeyProblems.loginRefused();
            case LogInByPasskey.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }
}
