package io.cybervpn.presentation.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Answers with a {@link Problem} where no resource was reached yet. */
@Singleton
public final class ProblemWriter {
    private final ObjectMapper mapper;

    @Inject
    ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends the exchange; does nothing if it was answered already. */
    public void answer(RoutingContext exchange, Problem problem) {
        if (exchange.response().ended() || exchange.response().headWritten()) {
            return;
        }
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(text(problem.at(exchange.normalizedPath(), Optional.empty())))
                .onFailure(_ -> exchange.request().connection().close());
    }

    private String text(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
