package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who wants an account.
 *
 * @param password 8 to 128 characters of any script
 * @param locale a BCP 47 tag; without it the header {@code Accept-Language} counts
 */
@Schema(
        name = "Registration",
        requiredProperties = {"email", "password"})
public record RegistrationJson(
        @Nullable String email, @Nullable String password, @Nullable String locale) {
    @Override
    public String toString() {
        return "RegistrationJson[hidden]";
    }
}
