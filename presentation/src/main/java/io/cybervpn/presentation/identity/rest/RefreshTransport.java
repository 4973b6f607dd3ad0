package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.TokenPair;
import io.cybervpn.presentation.shared.rest.Problem;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * How a refresh token travels. Applications on a device say {@code X-Client: mobile} and carry it
 * in bodies; everybody else is a browser, where scripts must not see it, and gets a cookie. A write
 * that a cookie vouches for must come from a page of ours, and with a header that no form can send.
 */
@Singleton
final class RefreshTransport {
    /** The prefix makes browsers refuse it from other hosts; it demands the path {@code /}. */
    static final String COOKIE = "__Host-refresh";

    private static final String NO_STORE = "no-store";

    private final ObjectMapper json;
    private final Set<String> origins;

    @Inject
    RefreshTransport(
            ObjectMapper json,
            @ConfigProperty(name = "cybervpn.public-url") URI publicUrl,
            @ConfigProperty(name = "cybervpn.web.origins") Optional<List<String>> others) {
        this.json = json;
        this.origins =
                Stream.concat(
                                Stream.of(publicUrl.getScheme() + "://" + publicUrl.getAuthority()),
                                others.stream().flatMap(List::stream))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The token that a request carries in its way; empty text for none. Fails on a bad body. */
    String given(HttpServerRequest request, byte[] body) throws IOException {
        if (isMobile(request)) {
            return Optional.ofNullable(json.readValue(body, RefreshJson.class))
                    .map(RefreshJson::refreshToken)
                    .orElse("");
        }
        Optional<String> cookie =
                Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue);
        cookie.ifPresent(_ -> refuseForgery(request));
        return cookie.orElse("");
    }

    private void refuseForgery(HttpServerRequest request) {
        boolean ours =
                Optional.ofNullable(request.getHeader("Origin"))
                        .filter(origins::contains)
                        .isPresent();
        if (!ours || request.getHeader("X-Requested-With") == null) {
            throw Problem.of(
                            403,
                            "origin_refused",
                            "A page of another site asked, or the header X-Requested-With is"
                                    + " missing.")
                    .asException();
        }
    }

    RestResponse<LoginJson> login(
            RestResponse.Status status,
            AccountView account,
            TokenPair tokens,
            HttpServerRequest request) {
        return carry(
                status,
                new LoginJson(AccountJson.of(account), told(tokens, request)),
                tokens,
                request);
    }

    RestResponse<TokensJson> renewed(TokenPair tokens, HttpServerRequest request) {
        return carry(RestResponse.Status.OK, told(tokens, request), tokens, request);
    }

    /** Takes the cookie away, if there is one. */
    RestResponse<Void> forgotten(HttpServerRequest request) {
        RestResponse.ResponseBuilder<Void> answer = RestResponse.ResponseBuilder.noContent();
        return request.getCookie(COOKIE) == null
                ? answer.build()
                : answer.cookie(cookie("", 0)).build();
    }

    private static TokensJson told(TokenPair tokens, HttpServerRequest request) {
        return TokensJson.of(tokens, isMobile(request));
    }

    private static <T> RestResponse<T> carry(
            RestResponse.Status status, T body, TokenPair tokens, HttpServerRequest request) {
        RestResponse.ResponseBuilder<T> answer =
                RestResponse.ResponseBuilder.create(status, body)
                        .header(HttpHeaders.CACHE_CONTROL, NO_STORE);
        return isMobile(request)
                ? answer.build()
                : answer.cookie(cookie(tokens.refresh(), (int) tokens.refreshLife().toSeconds()))
                        .build();
    }

    private static NewCookie cookie(String value, int lifeSeconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(lifeSeconds)
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static boolean isMobile(HttpServerRequest request) {
        return "mobile".equals(request.getHeader("X-Client"));
    }
}
