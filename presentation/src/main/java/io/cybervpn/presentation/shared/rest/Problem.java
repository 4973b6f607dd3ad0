package io.cybervpn.presentation.shared.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error answer, {@code application/problem+json} of RFC 9457. Clients switch on {@code code},
 * never on text.
 *
 * @param retryable whether the same call may succeed later without a change
 * @param params values for the client's own wording, such as the missing amount
 * @param errors what is wrong with which field, all at once
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        Optional<String> instance,
        String code,
        Optional<String> requestId,
        boolean retryable,
        Map<String, String> params,
        List<FieldError> errors) {

    /** Media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:cybervpn:problem:";

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer into the body, or the name of a parameter
     */
    @Schema(name = "FieldError")
    public record FieldError(String pointer, String code, String message) {}

    /** A problem that stays as it is until the caller changes something. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(
                URI.create(TYPE_PREFIX + code.replace('_', '-')),
                titleOf(code),
                status,
                detail,
                Optional.empty(),
                code,
                Optional.empty(),
                false,
                Map.of(),
                List.of());
    }

    /** A problem that may pass by itself. */
    public static Problem retryable(int status, String code, String detail) {
        return of(status, code, detail).withRetryable();
    }

    /** 400 with every bad field. */
    public static Problem invalid(List<FieldError> errors) {
        return of(400, "validation_failed", "The request is not valid; see errors.")
                .withErrors(errors);
    }

    /** 400 with one bad field. */
    public static Problem invalid(String pointer, String code, String message) {
        return invalid(List.of(new FieldError(pointer, code, message)));
    }

    /** 404. What belongs to somebody else is not found either. */
    public static Problem notFound(String what) {
        return of(404, "not_found", "There is no such " + what + ".");
    }

    /** 403. */
    public static Problem forbidden() {
        return of(403, "forbidden", "You do not have the permission for this.");
    }

    /** 403 for something dangerous in a session whose owner has not shown lately that it is he. */
    public static Problem stepUpRequired() {
        return of(
                403,
                "step_up_required",
                "Show once more that it is you: POST /api/v1/auth/step-up.");
    }

    /** 403 for staff in a session without a second factor. */
    public static Problem secondFactorRequired() {
        return of(
                403,
                "two_factor_required",
                "Staff need a second factor for this: set it up by POST /api/v1/two-factor/enable,"
                        + " or show it by POST /api/v1/auth/step-up.");
    }

    /** With values for the client's wording. */
    public Problem withParams(Map<String, String> values) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                requestId,
                retryable,
                Map.copyOf(values),
                errors);
    }

    /** As an exception, to leave a resource with. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    Problem at(String path, Optional<String> request) {
        return new Problem(
                type,
                title,
                status,
                detail,
                Optional.of(LinkPaths.told(path)),
                code,
                request,
                retryable,
                params,
                errors);
    }

    private Problem withErrors(List<FieldError> fields) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                requestId,
                retryable,
                params,
                List.copyOf(fields));
    }

    private Problem withRetryable() {
        return new Problem(
                type, title, status, detail, instance, code, requestId, true, params, errors);
    }

    private static String titleOf(String code) {
        String words = code.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
