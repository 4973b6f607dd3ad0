package io.cybervpn.presentation.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is shown as the second factor.
 *
 * @param code six digits of the app, or a recovery code
 */
@Schema(name = "TwoFactorCode")
public record CodeJson(@NotBlank @Size(max = 64) String code) {
    @Override
    public String toString() {
        return "CodeJson[hidden]";
    }
}
