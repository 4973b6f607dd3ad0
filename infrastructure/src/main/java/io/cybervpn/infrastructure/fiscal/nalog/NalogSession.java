package io.cybervpn.infrastructure.fiscal.nalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.fiscal.port.FiscalRefused;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Calls with a token. A token dies when another instance logs in: then there is one new login and
 * one more try. A login that is refused is an outage, not a refusal of receipts: it is mended by a
 * password.
 */
@Singleton
final class NalogSession {
    private static final int MULTIPLE_CHOICES = 300;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int UNPROCESSABLE = 422;
    private static final int MESSAGE_LENGTH_MAX = 200;

    private final NalogSettings settings;
    private final NalogApi api;
    private final RemoteApi remote;
    private final AtomicReference<Optional<String>> token = new AtomicReference<>(Optional.empty());

    @Inject
    NalogSession(NalogSettings settings, ObjectMapper mapper) {
        this.settings = settings;
        this.api = RemoteApi.client(settings.url(), NalogApi.class);
        this.remote = new RemoteApi("the tax office", mapper, FiscalUnavailable::new);
    }

    NalogApi api() {
        return api;
    }

    /** The answer of a call that gets the header to log in with. */
    Uni<JsonNode> call(Function<String, Uni<Response>> call) {
        return token().chain(known -> remote.reached(call.apply(known)))
                .chain(
                        response ->
                                response.getStatus() == UNAUTHORIZED
                                        ? again(call)
                                        : Uni.createFrom().item(response))
                .map(this::good);
    }

    private Uni<Response> again(Function<String, Uni<Response>> call) {
        token.set(Optional.empty());
        return token().chain(fresh -> remote.reached(call.apply(fresh)));
    }

    private Uni<String> token() {
        return token.get().map(Uni.createFrom()::item).orElseGet(this::login);
    }

    private Uni<String> login() {
        LoginJson login =
                LoginJson.of(settings.inn().orElseThrow(), settings.password().orElseThrow());
        return remote.reached(api.login(login)).map(this::bearer);
    }

    private String bearer(Response response) {
        String fresh = remote.parsed(response).path("token").asText("");
        if (response.getStatus() != OK || fresh.isBlank()) {
            throw new FiscalUnavailable(
                    "the tax office answers a login with " + response.getStatus());
        }
        String header = "Bearer " + fresh;
        token.set(Optional.of(header));
        return header;
    }

    private JsonNode good(Response response) {
        int status = response.getStatus();
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return remote.parsed(response);
        }
        if (status == BAD_REQUEST || status == UNPROCESSABLE) {
            throw refused(remote.parsed(response), status);
        }
        throw new FiscalUnavailable("the tax office answers " + status);
    }

    /** A refusal says why; whatever does not may come from something on the way. */
    private static RuntimeException refused(JsonNode error, int status) {
        String message = error.path("message").asText("");
        return message.isBlank()
                ? new FiscalUnavailable(
                        "the tax office answers %d without a reason".formatted(status))
                : new FiscalRefused(
                        message.substring(0, Math.min(message.length(), MESSAGE_LENGTH_MAX)));
    }
}
