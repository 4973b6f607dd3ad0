package io.cybervpn.presentation.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A client of a WebSocket that keeps what it hears, and bears only what asyncapi.json describes.
 */
public final class LiveClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Vertx VERTX = Vertx.vertx();

    private static final Schemas SCHEMAS = schemas();

    private final WebSocket socket;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private LiveClient(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> heard.add(json(text)));
        socket.closeHandler(
                _ ->
                        closed.complete(
                                Optional.ofNullable(socket.closeStatusCode())
                                        .map(Short::intValue)
                                        .orElse(0)));
    }

    private static Schemas schemas() {
        try {
            return new Schemas();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a socket is asked for. */
    public static final class Wish {
        private final WebSocketConnectOptions options = new WebSocketConnectOptions();

        public Wish(URI shop, String path) {
            options.setHost(shop.getHost())
                    .setPort(shop.getPort())
                    .setURI("/api/v1/ws/" + path)
                    .setAllowOriginHeader(false);
        }

        public Wish bearer(String token) {
            options.addHeader("Authorization", "Bearer " + token);
            return this;
        }

        public Wish origin(String origin) {
            options.setAllowOriginHeader(true).addHeader("Origin", origin);
            return this;
        }

        public Wish from(String address) {
            options.addHeader("X-Forwarded-For", address);
            return this;
        }

        public Wish protocols(String... protocols) {
            options.setSubProtocols(List.of(protocols));
            return this;
        }

        public LiveClient open() {
            try {
                return opening().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError("not opened", e);
            }
        }

        /** The status and the body of a handshake that is refused. */
        public String refused() {
            try {
                opening().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
                throw new AssertionError("opened");
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(UpgradeRejectedException.class);
                UpgradeRejectedException refusal = (UpgradeRejectedException) e.getCause();
                return refusal.getStatus() + " " + refusal.getBody();
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError("not refused", e);
            }
        }

        private CompletableFuture<LiveClient> opening() {
            WebSocketClientOptions client = new WebSocketClientOptions().setMaxConnections(10_000);
            CompletableFuture<LiveClient> opening = new CompletableFuture<>();
            VERTX.runOnContext(
                    _ ->
                            VERTX.createWebSocketClient(client)
                                    .connect(options)
                                    .map(LiveClient::new)
                                    .onSuccess(opening::complete)
                                    .onFailure(opening::completeExceptionally));
            return opening;
        }
    }

    public void say(String text) {
        socket.writeTextMessage(text);
    }

    public WebSocket socket() {
        return socket;
    }

    /** The next message of a type; what comes before it is dropped. */
    public JsonNode next(String type) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            JsonNode one = held(poll(until - System.nanoTime()));
            if (one != null && one.path("type").asText().equals(type)) {
                return one;
            }
        }
        throw new AssertionError("nothing heard of type " + type);
    }

    /** The next message, of whatever type. */
    public JsonNode next() {
        JsonNode one = held(poll(PATIENCE.toNanos()));
        if (one == null) {
            throw new AssertionError("nothing heard");
        }
        return one;
    }

    /** What has been heard by now and was not taken. */
    public List<JsonNode> rest() {
        List<JsonNode> rest = new ArrayList<>();
        heard.drainTo(rest);
        rest.forEach(LiveClient::held);
        return rest;
    }

    private static @Nullable JsonNode held(@Nullable JsonNode message) {
        if (message != null) {
            SCHEMAS.holdMessage(message);
        }
        return message;
    }

    private @Nullable JsonNode poll(long nanos) {
        try {
            return heard.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** With which code it is closed by the shop; 0 for none. */
    public int closedWith() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("not closed", e);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
