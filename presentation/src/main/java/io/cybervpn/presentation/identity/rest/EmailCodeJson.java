package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address and the code that went to it. */
@Schema(
        name = "EmailCode",
        requiredProperties = {"email", "code"})
public record EmailCodeJson(@Nullable String email, @Nullable String code) {
    @Override
    public String toString() {
        return "EmailCodeJson[hidden]";
    }
}
