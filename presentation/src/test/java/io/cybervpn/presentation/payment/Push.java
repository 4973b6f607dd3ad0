package io.cybervpn.presentation.payment;

import io.cybervpn.sandbox.http.Hmac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a provider sends.
 *
 * @param source the last part of the webhook's path
 * @param headers beside the content type
 */
record Push(String source, String body, Map<String, String> headers) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The same headers over another body. */
    Push withBody(String other) {
        return new Push(source, other, headers);
    }

    /** The status of the answer. */
    int deliver() {
        return answer().statusCode();
    }

    /** By a plain client, since many threads deliver at once. */
    HttpResponse<String> answer() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + port + "/api/v1/webhooks/" + source))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes()));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What most sources take for its identity. */
    String digest() {
        return HexFormat.of().formatHex(Hmac.sha256(bytes()));
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
