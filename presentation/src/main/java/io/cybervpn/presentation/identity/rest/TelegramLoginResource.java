package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AwaitDeepLink;
import io.cybervpn.application.identity.LogInByOAuth;
import io.cybervpn.application.identity.LogInByTelegram;
import io.cybervpn.application.identity.OpenDeepLink;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Clients;
import io.cybervpn.presentation.shared.rest.Languages;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The doors of those whom Telegram knows (R45). */
@Path("/api/v1/auth")
@Tag(name = "auth")
@PermitAll
public final class TelegramLoginResource {
    private static final int POLL_AFTER_SECONDS = 2;
    private static final String START_PREFIX = "login_";

    /** What the configuration calls Telegram as an identity provider. */
    private static final String PROVIDER = "telegram";

    private final LogInByTelegram logInByTelegram;
    private final LogInByOAuth logInByOAuth;
    private final OpenDeepLink openDeepLink;
    private final AwaitDeepLink awaitDeepLink;
    private final Admissions admissions;
    private final Optional<String> bot;

    @Inject
    TelegramLoginResource(
            LogInByTelegram logInByTelegram,
            LogInByOAuth logInByOAuth,
            OpenDeepLink openDeepLink,
            AwaitDeepLink awaitDeepLink,
            Admissions admissions,
            @ConfigProperty(name = "cybervpn.telegram.bot-name") Optional<String> bot) {
        this.logInByTelegram = logInByTelegram;
        this.logInByOAuth = logInByOAuth;
        this.openDeepLink = openDeepLink;
        this.awaitDeepLink = awaitDeepLink;
        this.admissions = admissions;
        this.bot = bot.filter(name -> !name.isBlank());
    }

    /** Opens a session, or asks for the second factor; the first time it makes the account. */
    @POST
    @Path("/telegram")
    @Operation(operationId = "logInByTelegram", summary = "Opens a session by Telegram's word")
    public Uni<RestResponse<LoginJson>> logIn(
            @NotNull @Valid TelegramProofJson body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context HttpServerRequest request) {
        return Optional.ofNullable(body.oidc())
                .map(back -> logInByOidc(back, acceptLanguage, request))
                .orElseGet(() -> logInByProof(body, acceptLanguage, request));
    }

    private Uni<RestResponse<LoginJson>> logInByOidc(
            OAuthReturnJson back, @Nullable String acceptLanguage, HttpServerRequest request) {
        return logInByOAuth
                .execute(
                        new LogInByOAuth.Command(
                                back.from(PROVIDER),
                                Languages.of(acceptLanguage).first(),
                                ClientAddress.of(request),
                                Clients.of(request)))
                .map(result -> OAuthLoginResource.finished(result, admissions, request));
    }

    private Uni<RestResponse<LoginJson>> logInByProof(
            TelegramProofJson body, @Nullable String acceptLanguage, HttpServerRequest request) {
        return logInByTelegram
                .execute(
                        new LogInByTelegram.Command(
                                body.toProof(),
                                Languages.of(acceptLanguage).first(),
                                ClientAddress.of(request),
                                Clients.of(request)))
                .map(result -> answer(result, request));
    }

    /** A code for the bot and a secret for the browser; 501 when the shop has no bot. */
    @POST
    @Path("/deep-link")
    @Operation(operationId = "openDeepLink", summary = "Begins a login through the bot")
    @APIResponse(responseCode = "201", description = "Waiting for the bot")
    @ResponseStatus(201)
    public Uni<RestResponse<DeepLinkJson>> openDeepLink(@Context HttpServerRequest request) {
        String name = bot.orElseThrow(TelegramProblems::off);
        return openDeepLink.execute(ClientAddress.of(request)).map(result -> answer(result, name));
    }

    /**
     * The login, once the bot has confirmed it; until then 425 {@code deep_link_waiting}. The login
     * is given out once.
     */
    @POST
    @Path("/deep-link/poll")
    @Operation(operationId = "pollDeepLink", summary = "Asks for the login that the bot confirms")
    public Uni<RestResponse<LoginJson>> pollDeepLink(
            @NotNull DeepLinkPollJson body, @Context HttpServerRequest request) {
        return awaitDeepLink
                .execute(
                        new AwaitDeepLink.Command(
                                orEmpty(body.code()),
                                orEmpty(body.secret()),
                                ClientAddress.of(request),
                                Clients.of(request)))
                .map(result -> answer(result, request));
    }

    private RestResponse<LoginJson> answer(
            LogInByTelegram.Result result, HttpServerRequest request) {
        return switch (result) {
            case LogInByTelegram.Result.Known(var admission, var isNew) ->
                    admissions.answer(
                            admission,
                            isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                            request);
            case LogInByTelegram.Result.Refused(var reason) ->
                    throw TelegramProblems.refused(reason);
            case LogInByTelegram.Result.NotThisWay() -> throw IdentityProblems.blocked();
            case LogInByTelegram.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private static RestResponse<DeepLinkJson> answer(OpenDeepLink.Result result, String name) {
        return switch (result) {
            case OpenDeepLink.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
            case OpenDeepLink.Result.Opened(var code, var secret, var expiresAt) ->
                    RestResponse.ResponseBuilder.create(
                                    RestResponse.Status.CREATED,
                                    new DeepLinkJson(
                                            code,
                                            secret,
                                            url(name, code),
                                            expiresAt,
                                            POLL_AFTER_SECONDS))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
        };
    }

    private static URI url(String name, String code) {
        return URI.create("https://t.me/%s?start=%s%s".formatted(name, START_PREFIX, code));
    }

    private RestResponse<LoginJson> answer(AwaitDeepLink.Result result, HttpServerRequest request) {
        return switch (result) {
            case AwaitDeepLink.Result.Known(var admission) -> admissions.answer(admission, request);
            case AwaitDeepLink.Result.Waiting() -> throw TelegramProblems.waiting();
            case AwaitDeepLink.Result.Gone() -> throw TelegramProblems.gone();
            case AwaitDeepLink.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
