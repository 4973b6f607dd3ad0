package io.cybervpn.presentation.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every failure leaves as a {@link Problem}; what is our fault is logged with its request id and
 * tells nothing else.
 */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final Map<Integer, String> CODES =
            Map.of(
                    400, "bad_request",
                    401, "unauthorized",
                    403, "forbidden",
                    404, "route_not_found",
                    405, "method_not_allowed",
                    406, "not_acceptable",
                    413, "body_too_large",
                    415, "unsupported_media_type");

    @ServerExceptionMapper
    RestResponse<Problem> problem(ProblemException exception, ContainerRequestContext request) {
        return answer(exception.problem(), exception.retryAfter(), request);
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(
            ConstraintViolationException exception, ContainerRequestContext request) {
        List<Problem.FieldError> errors =
                exception.getConstraintViolations().stream()
                        .map(ProblemMappers::fieldError)
                        .sorted(java.util.Comparator.comparing(Problem.FieldError::pointer))
                        .toList();
        return answer(Problem.invalid(errors), Optional.empty(), request);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unauthenticated(
            AuthenticationFailedException exception, ContainerRequestContext request) {
        return unauthorized(request);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unauthenticated(
            UnauthorizedException exception, ContainerRequestContext request) {
        return unauthorized(request);
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException exception, ContainerRequestContext request) {
        return answer(Problem.forbidden(), Optional.empty(), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<Problem> malformed(
            JsonProcessingException exception, ContainerRequestContext request) {
        return answer(malformed(exception), Optional.empty(), request);
    }

    /** Quarkus has a mapper of its own for just this class, with another kind of answer. */
    @ServerExceptionMapper
    RestResponse<Problem> mismatched(
            MismatchedInputException exception, ContainerRequestContext request) {
        return answer(malformed(exception), Optional.empty(), request);
    }

    @ServerExceptionMapper
    RestResponse<Problem> framework(
            WebApplicationException exception, ContainerRequestContext request) {
        if (exception.getCause() instanceof JsonProcessingException malformed) {
            return answer(malformed(malformed), Optional.empty(), request);
        }
        int status = exception.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(exception, request);
        }
        Optional<Problem> misread = MisreadParameters.of(exception, request);
        if (misread.isPresent()) {
            return answer(misread.get(), Optional.empty(), request);
        }
        String code = CODES.getOrDefault(status, "bad_request");
        return answer(
                Problem.of(status, code, "The request cannot be served as it is."),
                Optional.empty(),
                request);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Exception exception, ContainerRequestContext request) {
        if (Clashes.isClash(exception)) {
            LOG.warnf("two did the same at once: %s", exception.getMessage());
            Problem problem =
                    Problem.retryable(
                            409,
                            "conflict",
                            "Somebody else did this at the same time. Look first.");
            return answer(problem, Optional.empty(), request);
        }
        if (Outages.isOutage(exception)) {
            LOG.warnf("a part is down: %s", exception);
            Problem problem =
                    Problem.retryable(
                            503,
                            "temporarily_unavailable",
                            "A part of the shop is down. Try again.");
            return answer(problem, Optional.of(Duration.ofSeconds(2)), request);
        }
        LOG.errorf(exception, "unexpected failure of request %s", requestId(request).orElse("?"));
        Problem problem =
                Problem.retryable(500, "internal_error", "Something went wrong on our side.");
        return answer(problem, Optional.empty(), request);
    }

    static RestResponse<Problem> reasonRequired(ContainerRequestContext request) {
        Problem problem = Problem.of(400, "reason_required", "Say why, in the header X-Reason.");
        return answer(problem, Optional.empty(), request);
    }

    private static RestResponse<Problem> unauthorized(ContainerRequestContext request) {
        Problem problem =
                Problem.of(
                        401,
                        "unauthorized",
                        "Log in: the access token is missing, wrong or expired.");
        return answer(problem, Optional.empty(), request);
    }

    private static Problem malformed(JsonProcessingException exception) {
        if (exception instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String pointer =
                    mapping.getPath().stream()
                            .map(
                                    step ->
                                            "/"
                                                    + (step.getFieldName() == null
                                                            ? step.getIndex()
                                                            : step.getFieldName()))
                            .collect(Collectors.joining());
            return Problem.invalid(
                    pointer, "invalid", "This value has the wrong type or is not known here.");
        }
        return Problem.of(400, "malformed_json", "The body is not valid JSON.");
    }

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        String code =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toLowerCase(java.util.Locale.ROOT);
        return new Problem.FieldError(
                pointer(violation.getPropertyPath()), code, violation.getMessage());
    }

    /**
     * The path without the method and its parameter: {@code placeOrder.body.termDays} is {@code
     * /termDays}.
     */
    private static String pointer(Path path) {
        List<String> steps =
                StreamSupport.stream(path.spliterator(), false).map(Path.Node::toString).toList();
        int from = Math.min(2, steps.size() - 1);
        return steps.subList(from, steps.size()).stream()
                .map(step -> "/" + step.replace("[", "/").replace("]", ""))
                .collect(Collectors.joining());
    }

    private static RestResponse<Problem> answer(
            Problem problem, Optional<Duration> retryAfter, ContainerRequestContext request) {
        Problem told = problem.at(request.getUriInfo().getPath(), requestId(request));
        RestResponse.ResponseBuilder<Problem> builder =
                RestResponse.ResponseBuilder.<Problem>create(problem.status())
                        .entity(told)
                        .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        retryAfter.ifPresent(
                wait -> builder.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return builder.build();
    }

    private static Optional<String> requestId(ContainerRequestContext request) {
        return request.getProperty(RequestIds.PROPERTY) instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }
}
