package io.cybervpn.infrastructure.identity.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.identity.port.IdentityProviders.Begun;
import io.cybervpn.application.identity.port.IdentityProviders.Journey;
import io.cybervpn.application.identity.port.IdentityProviders.Provider;
import io.cybervpn.application.identity.port.IdentityProviders.Redeemed;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;

/** The shop as a client of one provider: authorization code with a proof key (PKCE). */
final class OidcClient {
    private static final Logger LOG = Logger.getLogger(OidcClient.class);
    private static final int SERVER_ERROR = 500;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int ERROR_LENGTH_MAX = 40;

    private final OidcProvider provider;
    private final URI publicUrl;
    private final BoundedHttp http;
    private final ObjectMapper json;
    private final Clock clock;
    private final ProviderDocuments documents;

    /** What it works with. */
    record Tools(BoundedHttp http, ObjectMapper json, Clock clock) {}

    OidcClient(OidcProvider provider, URI publicUrl, Tools tools) {
        this.provider = provider;
        this.publicUrl = publicUrl;
        this.http = tools.http();
        this.json = tools.json();
        this.clock = tools.clock();
        this.documents = new ProviderDocuments(provider.issuer(), http, json, clock);
    }

    Provider described() {
        return new Provider(provider.name(), provider.label());
    }

    Uni<Begun> begin(Journey journey) {
        return documents.metadata().map(known -> new Begun.Page(page(known, journey)));
    }

    private URI page(Metadata known, Journey journey) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.settings().clientId());
        query.put("redirect_uri", redirect(journey));
        query.put("scope", provider.scope());
        query.put("state", journey.state());
        query.put("nonce", journey.nonce());
        query.put("code_challenge", challenge(journey.verifier()));
        query.put("code_challenge_method", "S256");
        if (provider.settings().formPost()) {
            query.put("response_mode", "form_post");
        }
        String endpoint = known.authorizationEndpoint();
        return URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + ClientAuth.form(query));
    }

    private String redirect(Journey journey) {
        return provider.redirect(journey.returnTo(), publicUrl).toString();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    Uni<Redeemed> redeem(Journey journey, String code, Optional<String> issuer) {
        return documents.metadata().chain(known -> redeem(known, journey, code, issuer));
    }

    private Uni<Redeemed> redeem(
            Metadata known, Journey journey, String code, Optional<String> issuer) {
        if (!isOurs(known, issuer)) {
            return refused("the answer is another issuer's");
        }
        ClientAuth.Shown shown = ClientAuth.show(provider, known, clock.instant());
        Map<String, String> form = new LinkedHashMap<>(shown.fields());
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect(journey));
        form.put("code_verifier", journey.verifier());
        Map<String, String> headers = new LinkedHashMap<>(shown.headers());
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return http.post(known.tokenEndpoint(), headers, ClientAuth.form(form))
                .onFailure()
                .transform(failure -> down("its token endpoint does not answer", failure))
                .chain(reply -> read(reply, journey));
    }

    /** Against a provider that passes another's codes to us, or ours to another (RFC 9207). */
    private boolean isOurs(Metadata known, Optional<String> issuer) {
        return issuer.map(said -> said.equals(provider.issuer())).orElse(!known.namesItself());
    }

    private Uni<Redeemed> read(BoundedHttp.Reply reply, Journey journey) {
        if (reply.status() >= SERVER_ERROR || reply.status() == TOO_MANY) {
            throw new ProviderUnavailable(
                    provider.name() + ": its token endpoint answers " + reply.status());
        }
        JsonNode answer = parsed(reply);
        String token = answer.path("id_token").asText("");
        return reply.status() == OK && !token.isEmpty()
                ? verify(token, journey)
                : refused(
                        "its token endpoint answers "
                                + reply.status()
                                + " "
                                + plain(answer.path("error").asText("")));
    }

    private JsonNode parsed(BoundedHttp.Reply reply) {
        try {
            return json.readTree(reply.body());
        } catch (JsonProcessingException unreadable) {
            throw down("its token endpoint speaks no JSON", unreadable);
        }
    }

    private Uni<Redeemed> verify(String token, Journey journey) {
        return documents
                .keys()
                .chain(keys -> keyOf(token, keys))
                .chain(
                        key ->
                                key.map(found -> verify(token, found, journey))
                                        .orElseGet(() -> refused("no key of its token is known")));
    }

    private Uni<Optional<JsonWebKey>> keyOf(String token, List<JsonWebKey> known) {
        Optional<JsonWebKey> key = IdTokens.keyOf(token, known);
        return key.isPresent()
                ? Uni.createFrom().item(key)
                : documents.newerKeys().map(newer -> IdTokens.keyOf(token, newer));
    }

    private Uni<Redeemed> verify(String token, JsonWebKey key, Journey journey) {
        IdTokens.Expected expected =
                new IdTokens.Expected(
                        provider.issuer(), provider.settings().clientId(), journey.nonce());
        return IdTokens.verify(token, key, expected, clock.instant())
                .flatMap(claims -> Claims.vouched(claims, provider.subjectClaim()))
                .<Uni<Redeemed>>map(person -> Uni.createFrom().item(new Redeemed.Genuine(person)))
                .orElseGet(() -> refused("its token is not to be trusted"));
    }

    private Uni<Redeemed> refused(String why) {
        LOG.infof("%s vouches for nobody: %s", provider.name(), why);
        return Uni.createFrom().item(new Redeemed.Refused());
    }

    private ProviderUnavailable down(String what, Throwable failure) {
        return new ProviderUnavailable(provider.name() + ": " + what, failure);
    }

    private static String plain(String text) {
        String word = text.replaceAll("[^a-z_]", "");
        return word.substring(0, Math.min(ERROR_LENGTH_MAX, word.length()));
    }
}
