package io.cybervpn.infrastructure.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A foreign API that answers with JSON, and now and then with anything else. What a status means is
 * for its client to say; here is what is the same for all: no connection is no answer, and an
 * answer that cannot be read is none either.
 */
public final class RemoteApi {
    private static final int CONNECT_SECONDS = 3;
    private static final int READ_SECONDS = 10;

    private final String name;
    private final ObjectMapper mapper;
    private final Function<String, ? extends RuntimeException> unavailable;

    /**
     * One for each client.
     *
     * @param name for staff, such as {@code Stripe}
     * @param unavailable what is thrown when nothing is known
     */
    public RemoteApi(
            String name,
            ObjectMapper mapper,
            Function<String, ? extends RuntimeException> unavailable) {
        this.name = name;
        this.mapper = mapper;
        this.unavailable = unavailable;
    }

    /**
     * A client that gives up connecting after 3 s and reading after 10, and takes every status as
     * an answer.
     *
     * @param components to be registered, such as one that adds headers
     */
    public static <T> T client(URI url, Class<T> api, Object... components) {
        QuarkusRestClientBuilder builder =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(url)
                        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                        .property("microprofile.rest.client.disable.default.mapper", true);
        for (Object component : components) {
            builder.register(component);
        }
        return builder.build(api);
    }

    /**
     * The answer, or what there is to throw. The cause is left out: it may quote a URL's secret.
     */
    public Uni<Response> reached(Uni<Response> asked) {
        return asked.onFailure()
                .transform(
                        failure ->
                                unavailable.apply(
                                        name
                                                + " is out of reach: "
                                                + failure.getClass().getSimpleName()));
    }

    /** The body of an answer of any status; a missing node if it is empty. */
    public JsonNode parsed(Response response) {
        try {
            return mapper.readTree(
                    Optional.ofNullable(response.readEntity(String.class)).orElse(""));
        } catch (JsonProcessingException _) {
            throw unavailable.apply(
                    "%s answers %d without JSON".formatted(name, response.getStatus()));
        }
    }
}
