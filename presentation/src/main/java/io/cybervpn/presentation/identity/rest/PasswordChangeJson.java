package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another password of one's own.
 *
 * @param oldPassword needed unless the account has none yet
 * @param password 8 to 128 characters of any script, none that everybody uses
 */
@Schema(
        name = "PasswordChange",
        requiredProperties = {"password"})
public record PasswordChangeJson(@Nullable String oldPassword, @Nullable String password) {
    @Override
    public String toString() {
        return "PasswordChangeJson[hidden]";
    }
}
