package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another address of one's own.
 *
 * @param password needed unless the account has none
 */
@Schema(
        name = "EmailChange",
        requiredProperties = {"email"})
public record EmailChangeJson(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
        return "EmailChangeJson[hidden]";
    }
}
