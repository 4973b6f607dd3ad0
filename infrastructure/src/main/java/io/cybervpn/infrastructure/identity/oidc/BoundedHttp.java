package io.cybervpn.infrastructure.identity.oidc;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * HTTP with an end: an answer that takes too long or is too long is a failure, and a redirect is no
 * answer. Addresses come from the configuration and from what its servers say.
 */
final class BoundedHttp {
    private static final int BODY_BYTES_MAX = 256 * 1024;
    private static final int CONNECTIONS_PER_HOST = 20;
    private static final int WAITING_MAX = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration patience;

    BoundedHttp(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) patience.toMillis())
                                .setMaxPoolSize(CONNECTIONS_PER_HOST)
                                .setMaxWaitQueueSize(WAITING_MAX));
        this.patience = patience;
    }

    /** What came back. */
    record Reply(int status, String body) {
        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    Uni<Reply> get(String url) {
        return call(HttpMethod.GET, url, Map.of(), Buffer.buffer());
    }

    /** Sends a form; {@code headers} may hold a secret. */
    Uni<Reply> post(String url, Map<String, String> headers, String form) {
        return call(HttpMethod.POST, url, headers, Buffer.buffer(form));
    }

    private Uni<Reply> call(
            HttpMethod method, String url, Map<String, String> headers, Buffer body) {
        return Uni.createFrom()
                .completionStage(() -> exchange(method, url, headers, body).toCompletionStage());
    }

    /** On an event loop from the first byte to the last, or an answer may end before it is read. */
    private Future<Reply> exchange(
            HttpMethod method, String url, Map<String, String> headers, Buffer body) {
        Promise<Reply> promise = Promise.promise();
        vertx.getOrCreateContext()
                .runOnContext(_ -> send(method, url, headers, body).onComplete(promise));
        return promise.future();
    }

    private Future<Reply> send(
            HttpMethod method, String url, Map<String, String> headers, Buffer body) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(url)
                        .setTimeout(patience.toMillis())
                        .setFollowRedirects(false);
        return client.request(options)
                .compose(
                        request -> {
                            request.putHeader(HttpHeaders.ACCEPT, "application/json");
                            MultiMap all = request.headers();
                            headers.forEach(all::set);
                            return request.send(body);
                        })
                .compose(BoundedHttp::read)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<Reply> read(HttpClientResponse response) {
        Promise<Reply> promise = Promise.promise();
        Buffer read = Buffer.buffer();
        response.exceptionHandler(promise::tryFail);
        response.endHandler(
                _ -> promise.tryComplete(new Reply(response.statusCode(), read.toString())));
        response.handler(chunk -> take(chunk, read, response, promise));
        return promise.future();
    }

    private static void take(
            Buffer chunk, Buffer read, HttpClientResponse response, Promise<Reply> promise) {
        if (read.length() + chunk.length() > BODY_BYTES_MAX) {
            promise.tryFail("the answer is too long");
            response.request().reset();
            return;
        }
        read.appendBuffer(chunk);
    }
}
