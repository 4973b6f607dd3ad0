package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new password and the code that allows it.
 *
 * @param password 8 to 128 characters of any script, none that everybody uses
 */
@Schema(
        name = "PasswordReset",
        requiredProperties = {"email", "code", "password"})
public record PasswordResetJson(
        @Nullable String email, @Nullable String code, @Nullable String password) {
    @Override
    public String toString() {
        return "PasswordResetJson[hidden]";
    }
}
