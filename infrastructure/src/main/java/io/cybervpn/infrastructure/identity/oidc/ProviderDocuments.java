package io.cybervpn.infrastructure.identity.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * What one provider publishes: what it says of itself, and its keys. Read when it is needed first
 * and again after an hour; keys earlier when a token names one that is not known, but not more
 * often than twice a minute, or tokens of strangers would make us call. While the provider is away,
 * what was read is good for a day.
 */
final class ProviderDocuments {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration STALE_MAX = Duration.ofDays(1);
    private static final Duration REFRESH_PAUSE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final String issuer;
    private final BoundedHttp http;
    private final ObjectMapper json;
    private final Clock clock;
    private final AtomicReference<Optional<Read<Metadata>>> metadata =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Read<List<JsonWebKey>>>> keys =
            new AtomicReference<>(Optional.empty());

    private record Read<T>(T value, Instant at) {
        boolean isYounger(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    ProviderDocuments(String issuer, BoundedHttp http, ObjectMapper json, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    Uni<Metadata> metadata() {
        return remembered(metadata, FRESH, this::readMetadata);
    }

    Uni<List<JsonWebKey>> keys() {
        return remembered(keys, FRESH, this::readKeys);
    }

    /** The keys of now, for a token whose key is not among those that are known. */
    Uni<List<JsonWebKey>> newerKeys() {
        return remembered(keys, REFRESH_PAUSE, this::readKeys);
    }

    private interface Source<T> {
        Uni<T> read();
    }

    private <T> Uni<T> remembered(
            AtomicReference<Optional<Read<T>>> memory, Duration age, Source<T> source) {
        Optional<Read<T>> known = memory.get();
        Instant now = clock.instant();
        return known.filter(read -> read.isYounger(age, now))
                .map(read -> Uni.createFrom().item(read.value()))
                .orElseGet(
                        () ->
                                source.read()
                                        .invoke(
                                                value ->
                                                        memory.set(
                                                                Optional.of(
                                                                        new Read<>(value, now))))
                                        .onFailure()
                                        .recoverWithUni(failure -> stale(known, failure, now)));
    }

    private static <T> Uni<T> stale(Optional<Read<T>> known, Throwable failure, Instant now) {
        return known.filter(read -> read.isYounger(STALE_MAX, now))
                .map(read -> Uni.createFrom().item(read.value()))
                .orElseGet(() -> Uni.createFrom().failure(failure));
    }

    private Uni<Metadata> readMetadata() {
        return read(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration")
                .map(document -> Metadata.of(document, issuer));
    }

    private Uni<List<JsonWebKey>> readKeys() {
        return metadata().chain(known -> read(known.jwksUri())).map(this::parseKeys);
    }

    private List<JsonWebKey> parseKeys(JsonNode document) {
        try {
            return new JsonWebKeySet(document.toString()).getJsonWebKeys();
        } catch (JoseException unreadable) {
            throw new ProviderUnavailable(issuer + " publishes no keys", unreadable);
        }
    }

    private Uni<JsonNode> read(String url) {
        return http.get(url)
                .onFailure()
                .transform(failure -> new ProviderUnavailable(url + " does not answer", failure))
                .map(reply -> parse(url, reply));
    }

    private JsonNode parse(String url, BoundedHttp.Reply reply) {
        if (reply.status() != OK) {
            throw new ProviderUnavailable(url + " answers " + reply.status());
        }
        try {
            return json.readTree(reply.body());
        } catch (JsonProcessingException unreadable) {
            throw new ProviderUnavailable(url + " is no JSON", unreadable);
        }
    }
}
