package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.Problem.FieldError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff may be allowed to do.
 *
 * @param code such as {@code users:read}
 */
@Schema(name = "Permission")
public record PermissionJson(String code, String section, String action) {
    private static final int CODES_MAX = 200;

    static PermissionJson of(Permission permission) {
        String[] parts = permission.code().split(":", 2);
        return new PermissionJson(permission.code(), parts[0], parts[1]);
    }

    /** Codes as clients see them, sorted. */
    public static List<String> codes(Set<Permission> permissions) {
        return permissions.stream().map(Permission::code).sorted().toList();
    }

    /** Reads codes; each unknown one goes to the errors. */
    public static Set<Permission> parse(
            @Nullable List<@Nullable String> codes, String pointer, List<FieldError> errors) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (codes == null || codes.size() > CODES_MAX) {
            errors.add(new FieldError(pointer, "invalid", "A list of permissions."));
            return permissions;
        }
        for (int i = 0; i < codes.size(); i++) {
            String at = pointer + "/" + i;
            Permission.find(String.valueOf(codes.get(i)))
                    .ifPresentOrElse(
                            permissions::add,
                            () -> errors.add(new FieldError(at, "unknown", "No permission.")));
        }
        return permissions;
    }

    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    static List<FieldError> noErrors() {
        return new ArrayList<>();
    }

    /** All that there are. */
    @Schema(name = "PermissionList")
    public record PermissionListJson(List<PermissionJson> items) {
        static PermissionListJson all() {
            return new PermissionListJson(
                    Stream.of(Permission.values()).map(PermissionJson::of).toList());
        }
    }
}
