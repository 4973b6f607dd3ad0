package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.staff.RoleView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A bundle of permissions.
 *
 * @param builtIn nobody can change it then
 * @param permissions codes such as {@code users:read}
 */
@Schema(name = "Role")
public record RoleJson(
        String code, String name, boolean builtIn, List<String> permissions, long version) {
    static RoleJson of(RoleView role) {
        return new RoleJson(
                role.code().value(),
                role.name(),
                role.builtIn(),
                PermissionJson.codes(role.permissions()),
                role.version());
    }

    /** All of them, the built-in ones first. */
    @Schema(name = "RoleList")
    public record RoleListJson(List<RoleJson> items) {
        static RoleListJson of(List<RoleView> roles) {
            return new RoleListJson(roles.stream().map(RoleJson::of).toList());
        }
    }
}
