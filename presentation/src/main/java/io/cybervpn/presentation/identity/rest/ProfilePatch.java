package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.identity.FieldEdit;
import io.cybervpn.domain.identity.ProfileChange;
import io.cybervpn.domain.identity.ProfileFlaw;
import io.cybervpn.presentation.shared.rest.EntityTags;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.Problem.FieldError;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a profile as JSON Merge Patch (RFC 7396): what is not named stays, null takes away.
 * Everything that is wrong with it is said at once.
 */
public final class ProfilePatch {
    private static final Set<String> FIELDS =
            Set.of(
                    "displayName",
                    "locale",
                    "timeZone",
                    "marketingOptIn",
                    "termsVersion",
                    "version");

    private final ObjectNode body;
    private final Optional<Long> ifMatch;
    private final List<FieldError> errors = new ArrayList<>();

    private ProfilePatch(ObjectNode body, Optional<Long> ifMatch) {
        this.body = body;
        this.ifMatch = ifMatch;
    }

    /**
     * Reads an edit.
     *
     * @param ifMatch the header of that name, if there was one
     * @param others fields of the body that somebody else reads
     */
    public static ProfilePatch of(
            @Nullable ObjectNode body, @Nullable String ifMatch, Set<String> others) {
        if (body == null) {
            throw Problem.of(400, "malformed_request", "A JSON object is needed.").asException();
        }
        ProfilePatch patch = new ProfilePatch(body, EntityTags.version(ifMatch));
        body.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !FIELDS.contains(name) && !others.contains(name))
                .forEach(
                        name ->
                                patch.errors.add(
                                        new FieldError(
                                                "/" + name, "unknown", "There is no such field.")));
        return patch;
    }

    /** The edit; fails with a problem that names all that is wrong. */
    public ProfileChange change(Function<ProfileChange, Set<ProfileFlaw>> judge) {
        ProfileChange change =
                new ProfileChange(
                        text("displayName"),
                        text("locale"),
                        text("timeZone"),
                        edit("marketingOptIn", JsonNode::isBoolean, JsonNode::asBoolean),
                        text("termsVersion"));
        Optional<JsonNode> version = Optional.ofNullable(body.get("version"));
        if (version.filter(given -> !given.canConvertToExactIntegral()).isPresent()) {
            errors.add(new FieldError("/version", "invalid", "A whole number is needed."));
        }
        List<FieldError> all =
                Stream.concat(errors.stream(), errorsOf(judge.apply(change))).toList();
        if (!all.isEmpty()) {
            throw Problem.invalid(all).asException();
        }
        return change;
    }

    /** The version that the editor saw, from the header or from the body. */
    public Optional<Long> version() {
        return ifMatch.or(
                () ->
                        Optional.ofNullable(body.get("version"))
                                .filter(JsonNode::canConvertToExactIntegral)
                                .map(JsonNode::asLong));
    }

    /** The same, where it must be there. */
    public long requiredVersion() {
        return version()
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                                "/version",
                                                "required",
                                                "Send the version that you saw, here or in"
                                                        + " If-Match.")
                                        .asException());
    }

    private FieldEdit<String> text(String field) {
        return edit(field, JsonNode::isTextual, JsonNode::asText);
    }

    private <T> FieldEdit<T> edit(
            String field, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        JsonNode value = body.get(field);
        if (value == null) {
            return FieldEdit.keep();
        }
        if (value.isNull()) {
            return new FieldEdit.Clear<>();
        }
        if (!fits.test(value)) {
            errors.add(
                    new FieldError("/" + field, "invalid", "A value of another type is needed."));
            return FieldEdit.keep();
        }
        return new FieldEdit.To<>(read.apply(value));
    }

    /** The refusals of an edit, in words. */
    public static ProblemException invalid(Collection<ProfileFlaw> flaws) {
        return Problem.invalid(errorsOf(flaws).toList()).asException();
    }

    /** Somebody was quicker. */
    public static ProblemException stale() {
        return Problem.of(412, "version_stale", "Somebody edited it meanwhile; look again.")
                .asException();
    }

    private static Stream<FieldError> errorsOf(Collection<ProfileFlaw> flaws) {
        return flaws.stream().sorted().map(ProfilePatch::error);
    }

    private static FieldError error(ProfileFlaw flaw) {
        return switch (flaw) {
            case DISPLAY_NAME_INVALID ->
                    new FieldError(
                            "/displayName", "invalid", "1 to 100 characters that can be seen.");
            case LOCALE_INVALID ->
                    new FieldError("/locale", "invalid", "This is not a language tag.");
            case LOCALE_REQUIRED -> new FieldError("/locale", "required", "Name a language.");
            case TIME_ZONE_INVALID ->
                    new FieldError("/timeZone", "invalid", "This is not the id of a time zone.");
            case MARKETING_REQUIRED ->
                    new FieldError("/marketingOptIn", "required", "Say true or false.");
            case TERMS_INVALID -> new FieldError("/termsVersion", "invalid", "1 to 50 characters.");
            case TERMS_REQUIRED ->
                    new FieldError("/termsVersion", "required", "What was accepted stays so.");
            case CONSENT_OF_ANOTHER ->
                    new FieldError(
                            "/marketingOptIn",
                            "forbidden",
                            "Only he himself agrees to something; staff may withdraw it.");
        };
    }
}
