package io.cybervpn.sandbox;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A plain caller of the two servers. Each call has a connection of its own, so a dropped one harms
 * no other.
 */
public final class Http {

    private final URI base;
    private final Map<String, String> headers;

    private Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Http bare(URI base) {
        return new Http(base, Map.of());
    }

    /** As the shop calls the panel: through its proxy, with the API token. */
    public static Http panel(URI base) {
        return bare(base)
                .with("X-Forwarded-For", "203.0.113.7")
                .with("X-Forwarded-Proto", "https")
                .with("Authorization", "Bearer " + SandboxSettings.PANEL_TOKEN);
    }

    public static Http cryptoPay(URI base) {
        return bare(base).with("Crypto-Pay-API-Token", SandboxSettings.CRYPTO_PAY_TOKEN);
    }

    public Http with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Http(base, more);
    }

    public Reply get(String path) {
        return send("GET", path, Optional.empty());
    }

    public Reply post(String path, JsonObject body) {
        return with("Content-Type", "application/json")
                .send("POST", path, Optional.of(body.encode()));
    }

    public Reply post(String path) {
        return send("POST", path, Optional.empty());
    }

    public Reply patch(String path, JsonObject body) {
        return with("Content-Type", "application/json")
                .send("PATCH", path, Optional.of(body.encode()));
    }

    public Reply delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    /** An empty answer is a connection that was closed without one. */
    public Optional<Reply> tried(String method, String path, Optional<String> body) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(path.isEmpty() ? base : base.resolve(path))
                            .timeout(Duration.ofSeconds(10));
            headers.forEach(request::header);
            request.method(
                    method,
                    body.map(HttpRequest.BodyPublishers::ofString)
                            .orElseGet(HttpRequest.BodyPublishers::noBody));
            return Optional.of(
                    new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString())));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    public Reply send(String method, String path, Optional<String> body) {
        return tried(method, path, body)
                .orElseThrow(() -> new AssertionError("no answer to " + method + " " + path));
    }

    /** What came back. */
    public record Reply(HttpResponse<String> raw) {

        public int status() {
            return raw.statusCode();
        }

        public String text() {
            return raw.body();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public Object value() {
            return Json.decodeValue(text());
        }

        public JsonObject json() {
            return new JsonObject(text());
        }

        /** The content of the panel's envelope. */
        public JsonObject response() {
            return json().getJsonObject("response");
        }
    }
}
