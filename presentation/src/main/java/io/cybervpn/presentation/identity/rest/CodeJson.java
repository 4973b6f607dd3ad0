package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A code that came by mail. */
@Schema(
        name = "Code",
        requiredProperties = {"code"})
public record CodeJson(@Nullable String code) {
    @Override
    public String toString() {
        return "CodeJson[hidden]";
    }
}
