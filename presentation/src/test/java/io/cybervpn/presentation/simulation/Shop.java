package io.cybervpn.presentation.simulation;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.identity.StaffMembers;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The shop over HTTP. Who gets no good answer asks again with the same key. */
@Singleton
class Shop {
    private static final int ATTEMPTS = 8;

    @Inject AccessTokens tokens;
    @Inject StaffMembers staff;
    @Inject Stopwatch stopwatch;

    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<StaffMembers.Member> clerk = Optional.empty();

    /** An answer. */
    record Answer(int status, JsonObject body) {
        String code() {
            return body.getString("code", "");
        }
    }

    static String url() {
        return "http://127.0.0.1:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** Registers, and says who that is now. */
    AccountId register(UUID number) {
        JsonObject body =
                new JsonObject()
                        .put("email", "customer-" + number + "@example.org")
                        .put("password", "a long password of " + number)
                        .put("locale", "en");
        Answer answer = call("POST", "/auth/register", Optional.of(body));
        if (answer.status() != 201) {
            throw new AssertionError("nobody can register: " + answer);
        }
        String token = answer.body().getJsonObject("tokens").getString("accessToken");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return new AccountId(UUID.fromString(new JsonObject(claims).getString("sub")));
    }

    /** Tokens live by the machine's clock, which is not the play's. */
    private String tokenOf(AccountId customer) {
        Instant now = Instant.now();
        return tokens.issue(
                new AccessTokens.Grant(
                        customer,
                        AccountKind.CUSTOMER,
                        new SessionId(UUID.randomUUID()),
                        Optional.empty(),
                        now,
                        now.plus(Duration.ofMinutes(10))));
    }

    Answer post(AccountId customer, String key, String path, JsonObject body) {
        return call(
                "POST",
                path,
                Optional.of(body),
                "Authorization",
                "Bearer " + tokenOf(customer),
                "Idempotency-Key",
                key);
    }

    Answer put(AccountId customer, String path, JsonObject body) {
        return call("PUT", path, Optional.of(body), "Authorization", "Bearer " + tokenOf(customer));
    }

    Answer get(AccountId customer, String path) {
        return call("GET", path, Optional.empty(), "Authorization", "Bearer " + tokenOf(customer));
    }

    /** Staff with both factors shown this very moment. */
    Answer decide(String key, String path, JsonObject body) {
        return decide("POST", key, path, body);
    }

    /** What staff set. */
    Answer set(String path, JsonObject body) {
        return decide("PUT", UUID.randomUUID().toString(), path, body);
    }

    /** The same by another verb. */
    Answer decide(String method, String key, String path, JsonObject body) {
        StaffMembers.Member member = clerk();
        return call(
                method,
                path,
                Optional.of(body),
                "Authorization",
                "Bearer " + staff.proven(member.email()),
                "X-Reason",
                "the play wants it",
                "Idempotency-Key",
                key);
    }

    /** What staff see. */
    JsonObject watch(String path) {
        String token = staff.proven(clerk().email());
        return call("GET", path, Optional.empty(), "Authorization", "Bearer " + token).body();
    }

    private StaffMembers.Member clerk() {
        StaffMembers.Member member = clerk.orElseGet(() -> staff.withRole("admin"));
        clerk = Optional.of(member);
        return member;
    }

    private Answer call(String method, String path, Optional<JsonObject> body, String... headers) {
        return stopwatch.time(
                "shop: " + method + path.replaceAll("[0-9a-f-]{36}|\\?.*", ""),
                () -> untilAnswered(method, path, body, headers));
    }

    private Answer untilAnswered(
            String method, String path, Optional<JsonObject> body, String... headers) {
        Answer answer = once(method, path, body, headers);
        for (int tried = 1; tried < ATTEMPTS && isBadLuck(answer); tried++) {
            answer = once(method, path, body, headers);
        }
        return answer;
    }

    private static boolean isBadLuck(Answer answer) {
        return answer.status() == 0
                || answer.status() >= 500 && !answer.code().equals("provider_unavailable");
    }

    private Answer once(String method, String path, Optional<JsonObject> body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.map(it -> HttpRequest.BodyPublishers.ofString(it.encode()))
                                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Answer(
                    response.statusCode(),
                    text.startsWith("{") ? new JsonObject(text) : new JsonObject());
        } catch (IOException _) {
            return new Answer(0, new JsonObject());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }
}
