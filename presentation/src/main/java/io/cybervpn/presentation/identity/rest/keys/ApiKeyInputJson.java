package io.cybervpn.presentation.identity.rest.keys;

import io.cybervpn.application.identity.keys.ChangeApiKey;
import io.cybervpn.application.identity.keys.MakeApiKey;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.presentation.identity.rest.staff.PermissionJson;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.Problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key as staff want it.
 *
 * @param name 1 to 100 characters
 * @param scopes permissions such as {@code users:read}
 * @param networks at most 50 in CIDR notation or addresses; missing or none: from anywhere
 * @param expiresAt missing: never, if the shop allows that
 */
@Schema(
        name = "ApiKeyInput",
        requiredProperties = {"name", "scopes"})
public record ApiKeyInputJson(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable List<@Nullable String> networks,
        @Nullable Instant expiresAt) {
    private static final int NAME_LENGTH_MAX = 100;
    private static final int NETWORKS_MAX = 50;

    /** Read and found sound. */
    record Sound(
            String name,
            Set<Permission> scopes,
            List<IpRange> networks,
            Optional<Instant> expiresAt) {}

    Sound checked() {
        List<FieldError> errors = new ArrayList<>();
        Sound sound =
                new Sound(
                        readName(name, errors),
                        PermissionJson.parse(scopes, "/scopes", errors),
                        networks == null ? List.of() : readNetworks(networks, errors),
                        Optional.ofNullable(expiresAt));
        refuse(errors);
        return sound;
    }

    private static String readName(@Nullable String name, List<FieldError> errors) {
        String text = name == null ? "" : name.strip();
        boolean good =
                !text.isEmpty()
                        && text.length() <= NAME_LENGTH_MAX
                        && text.chars().noneMatch(Character::isISOControl);
        if (!good) {
            errors.add(new FieldError("/name", "invalid", "1 to 100 characters."));
        }
        return text;
    }

    private static List<IpRange> readNetworks(
            List<@Nullable String> texts, List<FieldError> errors) {
        List<IpRange> ranges = new ArrayList<>();
        if (texts.size() > NETWORKS_MAX) {
            errors.add(new FieldError("/networks", "too_many", "At most 50."));
            return ranges;
        }
        for (int i = 0; i < texts.size(); i++) {
            String at = "/networks/" + i;
            IpRange.parse(String.valueOf(texts.get(i)))
                    .ifPresentOrElse(
                            ranges::add,
                            () -> errors.add(new FieldError(at, "invalid", "Such as 10.0.0.0/8.")));
        }
        return ranges;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    /**
     * What shall become different of a key; what is missing stays as it is.
     *
     * @param expiresAt an end can be moved, not taken away
     * @param version the one that was seen
     */
    @Schema(
            name = "ApiKeyEdit",
            requiredProperties = {"version"})
    public record ApiKeyEditJson(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable List<@Nullable String> networks,
            @Nullable Instant expiresAt,
            @Nullable Long version) {
        ChangeApiKey.Wish checked() {
            List<FieldError> errors = new ArrayList<>();
            ChangeApiKey.Wish wish =
                    new ChangeApiKey.Wish(
                            Optional.ofNullable(name).map(text -> readName(text, errors)),
                            Optional.ofNullable(scopes)
                                    .map(codes -> PermissionJson.parse(codes, "/scopes", errors)),
                            Optional.ofNullable(networks).map(texts -> readNetworks(texts, errors)),
                            Optional.ofNullable(expiresAt));
            if (version == null) {
                errors.add(new FieldError("/version", "required", "The version you saw."));
            }
            refuse(errors);
            return wish;
        }

        long seenVersion() {
            return version == null ? 0 : version;
        }
    }

    /**
     * How a new secret takes over.
     *
     * @param overlapHours 0 to 24, how long the old one is good too; missing: not at all
     */
    @Schema(name = "ApiKeyRotation")
    public record ApiKeyRotationJson(@Nullable Integer overlapHours) {
        static Duration overlapOf(@Nullable ApiKeyRotationJson body) {
            Integer hours = body == null ? null : body.overlapHours();
            Duration overlap = Duration.ofHours(hours == null ? 0 : hours);
            if (overlap.isNegative() || overlap.compareTo(MakeApiKey.OVERLAP_MAX) > 0) {
                throw Problem.invalid("/overlapHours", "invalid", "0 to 24.").asException();
            }
            return overlap;
        }
    }
}
