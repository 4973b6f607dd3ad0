package io.cybervpn.sandbox.panel;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends recorded requests exactly as they were: no header is added, not even a user agent. */
final class Replay implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));

    record Reply(int status, Map<String, String> headers, Buffer body) {

        Object content() {
            boolean json = headers.getOrDefault("content-type", "").contains("json");
            return json ? Json.decodeValue(body) : body.toString();
        }
    }

    /** Empty if the connection was closed instead of an answer. */
    Optional<Reply> send(URI base, JsonObject request) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.valueOf(request.getString("method")))
                        .setAbsoluteURI(base + request.getString("path"));
        request.getJsonObject("headers")
                .forEach(
                        header -> options.addHeader(header.getKey(), header.getValue().toString()));
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        // All on the event loop: a listener added later than the answer would miss its body.
        vertx.runOnContext(
                any ->
                        client.request(options)
                                .compose(it -> it.send(body(it, request)))
                                .compose(it -> it.body().map(body -> reply(it, body)))
                                .onSuccess(reply::complete)
                                .onFailure(reply::completeExceptionally));
        try {
            return Optional.of(reply.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Buffer body(io.vertx.core.http.HttpClientRequest sent, JsonObject request) {
        if (request.containsKey("rawBody")) {
            return Buffer.buffer(request.getString("rawBody"));
        }
        if (!request.containsKey("body")) {
            return Buffer.buffer();
        }
        sent.putHeader("Content-Type", "application/json");
        Object body = request.getValue("body");
        return body instanceof String text ? Buffer.buffer(text) : Json.encodeToBuffer(body);
    }

    private static Reply reply(io.vertx.core.http.HttpClientResponse response, Buffer body) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.getKey().toLowerCase(java.util.Locale.ROOT),
                                        header.getValue()));
        return new Reply(response.statusCode(), headers, body);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
