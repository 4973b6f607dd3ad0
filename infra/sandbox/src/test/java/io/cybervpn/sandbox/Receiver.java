package io.cybervpn.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** Somebody who takes webhooks and answers them as told. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new ArrayList<>();
    private IntUnaryOperator status = n -> 200;

    public record Received(com.sun.net.httpserver.Headers headers, byte[] body) {

        public JsonObject json() {
            return new JsonObject(new String(body, java.nio.charset.StandardCharsets.UTF_8));
        }

        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    public Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** What to answer to the first, second, … webhook, counted from 1. */
    public synchronized Receiver answering(IntUnaryOperator next) {
        status = next;
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int answer;
        synchronized (this) {
            received.add(new Received(exchange.getRequestHeaders(), body));
            answer = status.applyAsInt(received.size());
            notifyAll();
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits until enough of what came passes; fails after ten seconds. */
    public synchronized List<Received> await(int count, Predicate<Received> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (received.stream().filter(wanted).count() < count) {
            pause(end);
        }
        return received.stream().filter(wanted).toList();
    }

    public List<Received> await(int count) {
        return await(count, any -> true);
    }

    private void pause(long end) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new AssertionError("only " + received.size() + " webhooks came");
        }
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
