package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.presentation.shared.rest.Problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role as staff want it.
 *
 * @param code for a new one: 2 to 40 lower-case letters, digits and underscores; ignored in an edit
 * @param name 1 to 100 characters
 * @param permissions codes such as {@code users:read}
 * @param version for an edit: the one that was seen
 */
@Schema(
        name = "RoleInput",
        requiredProperties = {"name", "permissions"})
public record RoleInputJson(
        @Nullable String code,
        @Nullable String name,
        @Nullable List<@Nullable String> permissions,
        @Nullable Long version) {
    private static final int NAME_LENGTH_MAX = 100;

    /** Read and found sound. */
    record Sound(String name, Set<Permission> permissions) {}

    Sound checked() {
        List<FieldError> errors = PermissionJson.noErrors();
        String text = name == null ? "" : name.strip();
        if (text.isEmpty() || text.length() > NAME_LENGTH_MAX || text.indexOf('\0') >= 0) {
            errors.add(new FieldError("/name", "invalid", "1 to 100 characters."));
        }
        Set<Permission> known = PermissionJson.parse(permissions, "/permissions", errors);
        PermissionJson.refuse(errors);
        return new Sound(text, known);
    }

    Optional<RoleCode> roleCode() {
        return RoleCode.parse(code == null ? "" : code);
    }
}
