package io.cybervpn.presentation.shared.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R243, R245, R246 and ASVS 1.3.3, 13.4.4, 16.5.1: what is odd at the edges of HTTP. */
@QuarkusTest
class EdgesTest {
    private static final String PLANS = "/api/v1/plans";
    private static final int BODY_BYTES = 1_200_000;

    @TestHTTPResource URI shop;
    @Inject RedisDataSource valkey;

    @Test
    void a_fault_of_ours_tells_nothing() {
        given().get("/api/v1/test-faults/bug")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("internal_error"))
                .body(not(containsString("jdbc")))
                .body(not(containsString("Exception")));
    }

    /** Two who store the same at once, where nobody thought of it: the one that lost is told. */
    @Test
    void a_value_that_is_taken_is_a_conflict_and_no_fault() {
        given().get("/api/v1/test-faults/taken")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("conflict"))
                .body("retryable", equalTo(true))
                .body(not(containsString("account_email_key")));
    }

    @Test
    void an_answer_that_takes_too_long_is_not_waited_for() {
        given().get("/api/v1/test-faults/never")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("timed_out"));
    }

    @Test
    void a_body_that_never_ends_is_not_waited_for() throws IOException {
        String answer =
                raw(
                        "POST /api/v1/auth/login HTTP/1.1\r\nHost: shop\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 503").contains("timed_out", "connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG"})
    void strange_methods_are_refused(String method) throws IOException {
        String answer =
                raw(
                        method
                                + " /api/v1/plans HTTP/1.1\r\nHost: shop\r\nX-Secret: mirror\r\n"
                                + "Connection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (405|400|501).*").doesNotContain("mirror");
    }

    @Test
    void trace_is_a_problem_and_no_echo() throws IOException {
        String answer =
                raw(
                        "TRACE / HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nX-Secret: mirror\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .contains("method_not_allowed")
                .doesNotContain("mirror");
    }

    /**
     * Its length is known while it is read, by what is below us: the answer is the status alone.
     */
    @Test
    void a_body_in_pieces_is_cut_off_at_the_same_length() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(shop.resolve("/api/v1/quotes"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () ->
                                                new ByteArrayInputStream(
                                                        " "
                                                                .repeat(BODY_BYTES)
                                                                .getBytes(
                                                                        StandardCharsets
                                                                                .US_ASCII))))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    /** Before there is a request, so without a body of ours. */
    @Test
    void headers_and_addresses_that_are_too_long_are_refused() throws IOException {
        assertThat(
                        raw(
                                "GET / HTTP/1.1\r\nHost: shop\r\nX-Long: "
                                        + "x".repeat(20_000)
                                        + "\r\n\r\n"))
                .matches("(?s)HTTP/1\\.\\d 431 .*");
        assertThat(raw("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: shop\r\n\r\n"))
                .matches("(?s)HTTP/1\\.\\d 414 .*");
    }

    @Test
    void a_body_of_another_type_is_refused() {
        for (String type : new String[] {"text/plain", "application/xml", "multipart/form-data"}) {
            given().header("Content-Type", type)
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/auth/login")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unsupported_media_type"));
        }
    }

    @Test
    void https_before_a_proxy_of_ours_is_kept_to() {
        given().header("X-Forwarded-Proto", "https")
                .get(PLANS)
                .then()
                .header("Strict-Transport-Security", containsString("max-age=31536000"));
        given().header("X-Forwarded-Proto", "http")
                .get(PLANS)
                .then()
                .header("Strict-Transport-Security", nullValue());
    }

    /** R241. */
    @Test
    void who_calls_too_often_is_told_when_to_come_back() {
        String address = "203.0.113." + (Instant.now().getNano() % 200 + 1);
        Instant later = Instant.now().plusSeconds(30);
        valkey.hash(String.class)
                .hset(
                        "bucket:" + shortened("read:address:" + address),
                        Map.of("m", "0", "t", String.valueOf(later.toEpochMilli() * 1000)));
        given().header("X-Forwarded-For", address)
                .get(PLANS)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("too_many_requests"))
                .body("retryable", equalTo(true))
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1))
                .header("RateLimit", matchesPattern("\"read\";r=0;t=\\d+"))
                .header("RateLimit-Policy", matchesPattern("\"read\";q=\\d+;w=60"));
    }

    @Test
    void strangers_learn_one_word_of_health_and_nothing_of_the_parts() {
        for (String path :
                new String[] {"/q/health/ready", "/q/health/live", "/q/health/started"}) {
            String told =
                    given().header("X-Forwarded-For", "203.0.113.9")
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
            assertThat(told).isEqualTo("{\"status\":\"UP\"}");
        }
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.size()", greaterThanOrEqualTo(1));
    }

    @Test
    void the_description_of_the_api_is_for_operators_unless_it_is_made_public() {
        for (String path : new String[] {"/q/openapi", "/q/swagger-ui", "/q/swagger-ui/"}) {
            given().header("X-Forwarded-For", "203.0.113.9").get(path).then().statusCode(401);
        }
        given().get("/q/openapi").then().statusCode(200);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(shop.getHost(), shop.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return firstOf(socket.getInputStream());
        }
    }

    /** Up to the end of the connection, or of the first answer with a length. */
    private static String firstOf(InputStream stream) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4096];
        int read = stream.read(buffer);
        while (read > 0) {
            text.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            boolean whole = text.indexOf("\r\n\r\n") >= 0 && stream.available() == 0;
            read = whole ? 0 : stream.read(buffer);
        }
        return text.toString();
    }

    private static String shortened(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
