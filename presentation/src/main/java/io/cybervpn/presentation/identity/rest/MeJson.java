package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.ViewMe;
import io.cybervpn.application.shared.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param permissions what one may do beyond one's own things, such as {@code users:read}
 */
@Schema(name = "Me")
public record MeJson(
        UUID id,
        @Schema(nullable = true) @Nullable String email,
        String kind,
        String status,
        String locale,
        Instant createdAt,
        List<String> permissions) {
    static MeJson of(ViewMe.Result.Me me) {
        return new MeJson(
                me.account().id().value(),
                me.account().email().orElse(null),
                me.account().kind().code(),
                me.account().status().code(),
                me.account().locale(),
                me.account().createdAt(),
                me.permissions().stream().map(Permission::code).sorted().toList());
    }
}
