package io.cybervpn.infrastructure.identity.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.identity.port.IdentityProviders.Begun;
import io.cybervpn.application.identity.port.IdentityProviders.Journey;
import io.cybervpn.application.identity.port.IdentityProviders.Redeemed;
import io.cybervpn.sandbox.oidc.OidcIssuer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A real provider, the shop's client of it, and a browser between them. */
final class IssuerAtHand implements AutoCloseable {
    static final URI PAGE = URI.create("https://portal.test/back");
    static final URI SHOP = URI.create("https://shop.test");

    /** Longer than a busy machine takes for anything. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern FIELD =
            Pattern.compile("<input type=hidden name=\"([^\"]*)\" value=\"([^\"]*)\">");

    final Vertx vertx = Vertx.vertx();
    final OidcIssuer issuer = new OidcIssuer(vertx, 0);
    final MovableClock clock = new MovableClock();
    private final HttpClient browser = HttpClient.newHttpClient();
    private OidcIdentityProviders providers;

    IssuerAtHand() {
        providers = clientOf(settings(), PATIENCE);
    }

    /** One issuer's settings. */
    record Settings(
            URI issuer,
            String clientId,
            Optional<String> clientSecret,
            List<String> scopes,
            Optional<String> label,
            Optional<String> subjectClaim,
            boolean formPost,
            Optional<String> teamId,
            Optional<String> keyId,
            Optional<String> privateKey)
            implements OidcSettings.Issuer {}

    private Map<String, OidcSettings.Issuer> settings() {
        return Map.of(
                "sandbox", settings(issuer.url(), OidcIssuer.CLIENT_SECRET),
                "telegram", settings(issuer.url(), OidcIssuer.CLIENT_SECRET),
                "stranger", settings(issuer.url(), "not the secret"),
                "liar", settings(URI.create(issuer.url() + "/liar"), OidcIssuer.CLIENT_SECRET),
                "away", settings(URI.create("http://127.0.0.1:9"), "any"),
                "apple", apple());
    }

    private static Settings settings(URI url, String secret) {
        return new Settings(
                url,
                OidcIssuer.CLIENT_ID,
                Optional.of(secret),
                List.of("openid", "email"),
                Optional.of("Sandbox"),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Settings apple() {
        return new Settings(
                URI.create(issuer.url() + "/apple"),
                OidcIssuer.APPLE_CLIENT_ID,
                Optional.empty(),
                List.of("openid", "email", "name"),
                Optional.of("Apple"),
                Optional.empty(),
                true,
                Optional.of(OidcIssuer.APPLE_TEAM),
                Optional.of(OidcIssuer.APPLE_KEY),
                Optional.of(issuer.appleKeyPem()));
    }

    private OidcIdentityProviders clientOf(
            Map<String, OidcSettings.Issuer> settings, Duration patience) {
        return new OidcIdentityProviders(
                () -> settings,
                SHOP,
                new OidcClient.Tools(new BoundedHttp(vertx, patience), new ObjectMapper(), clock));
    }

    /** A shop that has read nothing yet. */
    void restart() {
        restart(PATIENCE);
    }

    /** The same, which waits so long for an answer. */
    void restart(Duration patience) {
        providers = clientOf(settings(), patience);
    }

    OidcIdentityProviders providers() {
        return providers;
    }

    static Journey journey(String provider) {
        return new Journey(
                provider,
                PAGE,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                "verifier-" + UUID.randomUUID() + UUID.randomUUID());
    }

    Begun begin(Journey journey) {
        return providers.begin(journey).await().indefinitely();
    }

    /** Goes there and comes back with what the provider gave. */
    Map<String, String> go(Journey journey) {
        return go(((Begun.Page) begin(journey)).url());
    }

    Map<String, String> go(URI page) {
        return query(URI.create(get(page).headers().firstValue("location").orElseThrow()));
    }

    /** What a page would send on that the provider answers with. */
    Map<String, String> formOf(URI page) {
        Map<String, String> fields = new HashMap<>();
        FIELD.matcher(get(page).body())
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    private HttpResponse<String> get(URI page) {
        try {
            return browser.send(
                    HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            int middle = pair.indexOf('=');
            query.put(
                    pair.substring(0, middle),
                    URLDecoder.decode(pair.substring(middle + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    Redeemed redeem(Journey journey, Map<String, String> back) {
        return redeem(journey, back.get("code"), Optional.ofNullable(back.get("iss")));
    }

    Redeemed redeem(Journey journey, String code, Optional<String> issuer) {
        return providers.redeem(journey, code, issuer).await().indefinitely();
    }

    /** A whole journey. */
    Redeemed travel(String provider) {
        Journey journey = journey(provider);
        return redeem(journey, go(journey));
    }

    @Override
    public void close() {
        issuer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
