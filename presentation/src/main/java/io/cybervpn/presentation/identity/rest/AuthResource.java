package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.LogIn;
import io.cybervpn.application.identity.LogOut;
import io.cybervpn.application.identity.RegisterAccount;
import io.cybervpn.application.identity.RenewTokens;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Clients;
import io.cybervpn.presentation.shared.rest.Languages;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The door of the shop (R36–R39): no token is needed here, and none of the answers is kept. */
@Path("/api/v1/auth")
@Tag(name = "auth")
@PermitAll
public final class AuthResource {
    private final RegisterAccount registerAccount;
    private final LogIn logIn;
    private final RenewTokens renewTokens;
    private final LogOut logOut;
    private final Admissions admissions;
    private final RefreshTransport refreshTransport;

    @Inject
    AuthResource(
            RegisterAccount registerAccount,
            LogIn logIn,
            RenewTokens renewTokens,
            LogOut logOut,
            Admissions admissions,
            RefreshTransport refreshTransport) {
        this.registerAccount = registerAccount;
        this.logIn = logIn;
        this.renewTokens = renewTokens;
        this.logOut = logOut;
        this.admissions = admissions;
        this.refreshTransport = refreshTransport;
    }

    /** Makes a customer's account and logs in; 409 {@code email_taken} if there is one. */
    @POST
    @Path("/register")
    @Operation(operationId = "register", summary = "Makes a customer's account and logs in")
    @APIResponse(responseCode = "201", description = "Registered")
    @ResponseStatus(201)
    public Uni<RestResponse<LoginJson>> register(
            @NotNull RegistrationJson body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context HttpServerRequest request) {
        String locale =
                Optional.ofNullable(body.locale())
                        .orElseGet(() -> Languages.of(acceptLanguage).first());
        return registerAccount
                .execute(
                        new RegisterAccount.Command(
                                orEmpty(body.email()),
                                orEmpty(body.password()),
                                locale,
                                ClientAddress.of(request),
                                Clients.of(request)))
                .map(result -> answer(result, request));
    }

    /**
     * Opens a session; 401 {@code wrong_credentials}, whichever of the two is wrong, and 401 {@code
     * two_factor_required} with a challenge for who has a second factor.
     */
    @POST
    @Path("/login")
    @Operation(operationId = "login", summary = "Opens a session")
    public Uni<RestResponse<LoginJson>> logIn(
            @NotNull CredentialsJson body, @Context HttpServerRequest request) {
        return logIn.execute(
                        new LogIn.Command(
                                orEmpty(body.email()),
                                orEmpty(body.password()),
                                ClientAddress.of(request),
                                Clients.of(request)))
                .map(result -> answer(result, request));
    }

    /** New tokens for a refresh token, which is used up by it. */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "refresh", summary = "Exchanges a refresh token for new tokens")
    public Uni<RestResponse<TokensJson>> refresh(
            @RequestBody(
                            description = "Of X-Client: mobile; browsers have a cookie instead",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = RefreshJson.class)))
                    byte[] body,
            @Context HttpServerRequest request)
            throws IOException {
        return renewTokens
                .execute(
                        new RenewTokens.Command(
                                refreshTransport.given(request, body),
                                ClientAddress.of(request),
                                Clients.of(request)))
                .map(result -> answer(result, request));
    }

    /** Ends the session of a refresh token; 204 whether there was one or not. */
    @POST
    @Path("/logout")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "logout", summary = "Ends a session")
    @APIResponse(responseCode = "204", description = "Logged out")
    public Uni<RestResponse<Void>> logOut(
            @RequestBody(
                            description = "Of X-Client: mobile; browsers have a cookie instead",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = RefreshJson.class)))
                    byte[] body,
            @Context HttpServerRequest request)
            throws IOException {
        return logOut.execute(new LogOut.Command(refreshTransport.given(request, body)))
                .map(_ -> refreshTransport.forgotten(request));
    }

    private RestResponse<LoginJson> answer(
            RegisterAccount.Result result, HttpServerRequest request) {
        return switch (result) {
            case RegisterAccount.Result.Registered(var account, var tokens) ->
                    refreshTransport.login(RestResponse.Status.CREATED, account, tokens, request);
            case RegisterAccount.Result.EmailTaken() -> throw IdentityProblems.emailTaken();
            case RegisterAccount.Result.Invalid(var flaws) -> throw IdentityProblems.invalid(flaws);
            case RegisterAccount.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private RestResponse<LoginJson> answer(LogIn.Result result, HttpServerRequest request) {
        return switch (result) {
            case LogIn.Result.Known(var admission) -> admissions.answer(admission, request);
            case LogIn.Result.WrongCredentials() -> throw IdentityProblems.wrongCredentials();
            case LogIn.Result.TooMany(var retryAfter) -> throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private RestResponse<TokensJson> answer(RenewTokens.Result result, HttpServerRequest request) {
        return switch (result) {
            case RenewTokens.Result.Renewed(var tokens) ->
                    refreshTransport.renewed(tokens, request);
            case RenewTokens.Result.Refused() -> throw IdentityProblems.refreshRefused();
            case RenewTokens.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
