package io.cybervpn.presentation.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.shared.IdempotencyKeys;
import io.cybervpn.application.shared.IdempotencyKeys.Call;
import io.cybervpn.application.shared.IdempotencyKeys.Standing;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Runs a money write once per {@code Idempotency-Key}: the first answer is kept and given again,
 * marked {@code Idempotency-Replayed: true}; the key with another body is refused. A refused call
 * forgets its key, since it changed nothing. A call whose process died may be taken over after
 * {@link IdempotencyKeys#DEAD_AFTER}, so what it does must itself be safe to repeat.
 */
@Singleton
public final class IdempotentCall {
    /** The header with the client's key. */
    public static final String HEADER = "Idempotency-Key";

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int KEY_LENGTH_MAX = 255;

    private final IdempotencyKeys keys;
    private final ObjectMapper mapper;
    private final Clock clock;

    @Inject
    IdempotentCall(IdempotencyKeys keys, ObjectMapper mapper, Clock clock) {
        this.keys = keys;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * A keyed write.
     *
     * @param operation what is called, such as {@code POST /orders}
     * @param key the header as it came
     * @param body the parsed body; its JSON is what must not change
     */
    public record Keyed(AccountId account, String operation, @Nullable String key, Object body) {
        /** The key, for a use case that has a unique key of its own; 400 if it is missing. */
        public String requiredKey() {
            if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
                throw Problem.of(
                                400,
                                "idempotency_key_missing",
                                "Send a header Idempotency-Key of 1 to 255 characters.")
                        .asException();
            }
            return key;
        }
    }

    /** Runs {@code work} unless it was run before. */
    public <T> Uni<RestResponse<T>> run(
            Keyed keyed, Class<T> type, Supplier<Uni<RestResponse<T>>> work) {
        Call call =
                new Call(
                        keyed.account().value() + " " + keyed.operation(),
                        keyed.requiredKey(),
                        hash(write(keyed.body())));
        return keys.begin(call, clock.instant())
                .chain(standing -> proceed(standing, call, type, work));
    }

    private <T> Uni<RestResponse<T>> proceed(
            Standing standing, Call call, Class<T> type, Supplier<Uni<RestResponse<T>>> work) {
        return switch (standing) {
            case Standing.Begun _ -> doAndRemember(call, work);
            case Standing.Done(var status, var body) ->
                    Uni.createFrom()
                            .item(
                                    RestResponse.ResponseBuilder.create(
                                                    RestResponse.Status.fromStatusCode(status),
                                                    read(body, type))
                                            .header(REPLAYED, "true")
                                            .build());
            case Standing.Reused _ ->
                    throw Problem.of(
                                    422,
                                    "idempotency_key_reused",
                                    "This key was used with another body.")
                            .asException();
            case Standing.InProgress _ ->
                    throw Problem.retryable(
                                    409, "request_in_progress", "The same call is being worked on.")
                            .asException()
                            .retryAfter(Duration.ofSeconds(1));
        };
    }

    private <T> Uni<RestResponse<T>> doAndRemember(Call call, Supplier<Uni<RestResponse<T>>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(ProblemException.class)
                .call(() -> keys.forget(call))
                .call(
                        response ->
                                keys.complete(
                                        call,
                                        response.getStatus(),
                                        write(response.getEntity()),
                                        clock.instant()));
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
