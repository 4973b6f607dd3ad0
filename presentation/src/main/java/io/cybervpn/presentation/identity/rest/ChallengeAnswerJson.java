package io.cybervpn.presentation.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The second half of a login.
 *
 * @param challenge as the first half gave it
 * @param code six digits of the app, or a recovery code
 */
@Schema(name = "TwoFactorAnswer")
public record ChallengeAnswerJson(
        @NotBlank @Size(max = 128) String challenge, @NotBlank @Size(max = 64) String code) {
    @Override
    public String toString() {
        return "ChallengeAnswerJson[hidden]";
    }
}
