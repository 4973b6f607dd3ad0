package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.identity.BeginOAuth;
import io.cybervpn.application.identity.ListProviders;
import io.cybervpn.application.identity.LogInByOAuth;
import io.cybervpn.application.identity.PassOAuthForm;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Clients;
import io.cybervpn.presentation.shared.rest.Languages;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The doors of those whom somebody else vouches for by OpenID Connect (R45). */
@Path("/api/v1/auth")
@Tag(name = "auth")
@PermitAll
public final class OAuthLoginResource {
    private final ListProviders listProviders;
    private final BeginOAuth beginOAuth;
    private final LogInByOAuth logInByOAuth;
    private final PassOAuthForm passOAuthForm;
    private final Admissions admissions;
    private final ObjectMapper json;

    @Inject
    OAuthLoginResource(
            ListProviders listProviders,
            BeginOAuth beginOAuth,
            LogInByOAuth logInByOAuth,
            PassOAuthForm passOAuthForm,
            Admissions admissions,
            ObjectMapper json) {
        this.listProviders = listProviders;
        this.beginOAuth = beginOAuth;
        this.logInByOAuth = logInByOAuth;
        this.passOAuthForm = passOAuthForm;
        this.admissions = admissions;
        this.json = json;
    }

    /** For the buttons of the login page. */
    @GET
    @Path("/providers")
    @Operation(operationId = "listProviders", summary = "Lists identity providers")
    public ProvidersJson providers() {
        return new ProvidersJson(listProviders.execute().stream().map(ProviderJson::of).toList());
    }

    /** The provider's page, and what to keep until the way back; 404 for an unknown one. */
    @POST
    @Path("/oauth/{provider}")
    @Operation(operationId = "beginOAuthLogin", summary = "Begins a login by a provider")
    @APIResponse(responseCode = "201", description = "Go there")
    @ResponseStatus(201)
    public Uni<RestResponse<OAuthStartedJson>> begin(
            @PathParam("provider") String provider,
            @NotNull @Valid OAuthStartJson body,
            @Context HttpServerRequest request) {
        return beginOAuth
                .execute(
                        new BeginOAuth.Command(
                                provider,
                                body.redirectUri(),
                                Optional.empty(),
                                ClientAddress.of(request)))
                .map(OAuthLoginResource::begun);
    }

    static RestResponse<OAuthStartedJson> begun(BeginOAuth.Result result) {
        return switch (result) {
            case BeginOAuth.Result.Begun begun ->
                    RestResponse.ResponseBuilder.create(
                                    RestResponse.Status.CREATED, OAuthStartedJson.of(begun))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
            case BeginOAuth.Result.NoSuchProvider() -> throw OAuthProblems.noSuchProvider();
            case BeginOAuth.Result.PageRefused() -> throw OAuthProblems.pageRefused();
            case BeginOAuth.Result.Unavailable() -> throw OAuthProblems.unavailable();
            case BeginOAuth.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    /**
     * Opens a session, or asks for the second factor; the first time it makes the account. 409
     * {@code link_required} if the e-mail has an account that is not linked.
     */
    @POST
    @Path("/oauth/{provider}/callback")
    @Operation(operationId = "finishOAuthLogin", summary = "Finishes a login by a provider")
    public Uni<RestResponse<LoginJson>> finish(
            @PathParam("provider") String provider,
            @NotNull @Valid OAuthReturnJson body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context HttpServerRequest request) {
        return logInByOAuth
                .execute(
                        new LogInByOAuth.Command(
                                body.from(provider),
                                Languages.of(acceptLanguage).first(),
                                ClientAddress.of(request),
                                Clients.of(request)))
                .map(result -> finished(result, admissions, request));
    }

    static RestResponse<LoginJson> finished(
            LogInByOAuth.Result result, Admissions admissions, HttpServerRequest request) {
        return switch (result) {
            case LogInByOAuth.Result.Known(var admission, var isNew) ->
                    admissions.answer(
                            admission,
                            isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                            request);
            case LogInByOAuth.Result.LinkRequired() -> throw OAuthProblems.linkRequired();
            case LogInByOAuth.Result.NotThisWay() -> throw IdentityProblems.blocked();
            case LogInByOAuth.Result.Gone() -> throw OAuthProblems.gone();
            case LogInByOAuth.Result.Refused() -> throw OAuthProblems.refused();
            case LogInByOAuth.Result.Unavailable() -> throw OAuthProblems.unavailable();
            case LogInByOAuth.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
        };
    }

    /**
     * Where Apple sends a browser, with a form that no page can read: it goes on to the client's
     * page with the code in the query.
     */
    @POST
    @Path("/oauth/{provider}/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "passOAuthForm", summary = "Takes the way back from a provider's form")
    @APIResponse(responseCode = "303", description = "On to the client's page")
    @ResponseStatus(303)
    public Uni<RestResponse<Void>> passForm(
            @PathParam("provider") String provider,
            @FormParam("state") @Nullable String state,
            @FormParam("code") @Nullable String code,
            @FormParam("error") @Nullable String error,
            @FormParam("user") @Nullable String user) {
        Optional<String> waiting = Optional.ofNullable(state);
        return passOAuthForm
                .execute(
                        new PassOAuthForm.Command(
                                provider,
                                waiting.orElse(""),
                                Optional.ofNullable(user).flatMap(this::name)))
                .map(page -> page.orElseThrow(OAuthProblems::gone))
                .map(page -> RestResponse.seeOther(with(page, waiting, code, error)));
    }

    private static URI with(
            URI page, Optional<String> state, @Nullable String code, @Nullable String error) {
        UriBuilder url = UriBuilder.fromUri(page).queryParam("state", "{state}");
        Optional<String> given = Optional.ofNullable(code);
        return given.map(value -> url.queryParam("code", "{code}").build(state.orElse(""), value))
                .orElseGet(
                        () ->
                                url.queryParam("error", "{error}")
                                        .build(
                                                state.orElse(""),
                                                Optional.ofNullable(error).orElse("")));
    }

    /** Apple's {@code {"name":{"firstName":…,"lastName":…}}}. */
    private Optional<String> name(String user) {
        try {
            JsonNode name = json.readTree(user).path("name");
            return Optional.of(
                            Stream.of("firstName", "lastName")
                                    .map(part -> name.path(part).asText("").strip())
                                    .filter(part -> !part.isEmpty())
                                    .collect(Collectors.joining(" ")))
                    .filter(text -> !text.isEmpty());
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
