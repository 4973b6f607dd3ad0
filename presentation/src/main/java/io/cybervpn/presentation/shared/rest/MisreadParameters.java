package io.cybervpn.presentation.shared.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a parameter of the query that could not be read from a path that leads nowhere: JAX-RS
 * answers both with 404. What stands behind the question mark is the caller's to repair, so it is
 * named.
 */
final class MisreadParameters {
    private MisreadParameters() {}

    /** The problem that names the parameter; empty when it was not the query. */
    static Optional<Problem> of(
            WebApplicationException exception, ContainerRequestContext request) {
        return exception.getCause() instanceof IllegalArgumentException misread
                ? nameOf(String.valueOf(misread.getMessage()), request)
                        .map(
                                name ->
                                        Problem.invalid(
                                                "/" + name,
                                                "invalid",
                                                "This value has the wrong type or is not known here."))
                : Optional.empty();
    }

    /** Whose value the converter complains of; the longest, when one is a part of another. */
    private static Optional<String> nameOf(String complaint, ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().entrySet().stream()
                .flatMap(
                        parameter ->
                                parameter.getValue().stream()
                                        .map(value -> Map.entry(parameter.getKey(), value)))
                .filter(parameter -> complaint.contains(parameter.getValue()))
                .max(Comparator.comparingInt(parameter -> parameter.getValue().length()))
                .map(Map.Entry::getKey);
    }
}
