package io.cybervpn.sandbox.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An HTTP server on the loopback whose every request may be struck by a fault, but for those under
 * /_sandbox.
 */
public final class SandboxServer implements AutoCloseable {

    private static final int HEADER_BYTES_MAX = 32 * 1024;
    private static final int URI_BYTES_MAX = 64 * 1024;

    private final Vertx vertx;
    private final Router router;
    private final HttpServer http;
    private final StateLock lock;
    private final Faults faults;
    private final Manners manners;

    /**
     * How a server behaves beyond its operations.
     *
     * @param refuses requests whose connection is closed unread
     * @param badJson what a body that is no JSON gets
     * @param broken what an error of ours gets
     */
    public record Manners(Predicate<Call> refuses, Endpoint badJson, Endpoint broken) {}

    /** A server that is not listening yet. */
    public SandboxServer(Vertx vertx, StateLock lock, Faults faults, Manners manners) {
        this.vertx = vertx;
        this.router = Router.router(vertx);
        this.http =
                vertx.createHttpServer(
                        new HttpServerOptions()
                                .setMaxHeaderSize(HEADER_BYTES_MAX)
                                .setMaxInitialLineLength(URI_BYTES_MAX)
                                .setCompressionSupported(false));
        this.lock = lock;
        this.faults = faults;
        this.manners = manners;
        router.route(HttpMethod.GET, "/*").handler(SandboxServer::forgetForm);
        router.route().handler(BodyHandler.create(false));
    }

    /**
     * Some clients announce a form with every GET; the body handler would refuse to look for it.
     */
    private static void forgetForm(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !type.contains("json")) {
            context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        context.next();
    }

    /** Serves an operation. Paths may have {@code :name} parts; the first one added wins. */
    public void on(HttpMethod method, String path, Endpoint endpoint) {
        router.route(method, path).handler(context -> serve(context, endpoint));
    }

    /** Serves whatever no operation matches; added last. */
    public void otherwise(Endpoint endpoint) {
        router.route().handler(context -> serve(context, endpoint));
    }

    /** Binds 127.0.0.1; port 0 takes any free one. */
    public URI listen(int port) {
        HttpServer bound = await(http.requestHandler(router).listen(port, "127.0.0.1"));
        return URI.create("http://127.0.0.1:" + bound.actualPort());
    }

    @Override
    public void close() {
        await(http.close());
    }

    @CanIgnoreReturnValue
    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void serve(RoutingContext context, Endpoint endpoint) {
        Call call = new Call(context);
        if (call.path().startsWith("/_sandbox")) {
            write(context, work(call, endpoint));
            return;
        }
        if (manners.refuses().test(call)) {
            drop(context);
            return;
        }
        List<Fault> struck = faults.strike(call.method().name(), call.path());
        int millis = value(struck, Fault.Kind.LATENCY).orElse(0);
        if (millis <= 0) {
            proceed(context, endpoint, struck);
            return;
        }
        // A caller that gives up meanwhile does not undo the work: its outcome is unknown to it, as
        // in life.
        vertx.setTimer(millis, id -> proceed(context, endpoint, struck));
    }

    private void proceed(RoutingContext context, Endpoint endpoint, List<Fault> struck) {
        Optional<Integer> error = value(struck, Fault.Kind.ERROR);
        if (value(struck, Fault.Kind.DROP_BEFORE).isPresent()) {
            drop(context);
        } else if (error.isPresent()) {
            write(context, Answer.text(error.get(), "text/html", "<h1>the sandbox says no</h1>"));
        } else {
            Answer answer = work(new Call(context), endpoint);
            deliver(context, answer, value(struck, Fault.Kind.DROP_AFTER).isPresent());
        }
    }

    private static void deliver(RoutingContext context, Answer answer, boolean drop) {
        if (drop) {
            drop(context);
        } else {
            write(context, answer);
        }
    }

    private Answer work(Call call, Endpoint endpoint) {
        try {
            return lock.with(() -> endpoint.answer(call));
        } catch (Refused e) {
            return e.answer();
        } catch (DecodeException e) {
            return manners.badJson().answer(call);
        } catch (RuntimeException e) {
            System.getLogger("io.cybervpn.sandbox").log(System.Logger.Level.ERROR, call.uri(), e);
            return manners.broken().answer(call);
        }
    }

    private static Optional<Integer> value(List<Fault> faults, Fault.Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).map(Fault::value).findFirst();
    }

    private static void drop(RoutingContext context) {
        var closing = context.request().connection().close();
        closing.onFailure(
                e ->
                        System.getLogger("io.cybervpn.sandbox")
                                .log(System.Logger.Level.DEBUG, "closed", e));
    }

    private static void write(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.end(answer.body())
                .onFailure(
                        e ->
                                System.getLogger("io.cybervpn.sandbox")
                                        .log(System.Logger.Level.DEBUG, "gone", e));
    }
}
