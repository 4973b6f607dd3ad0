package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AskPasskey;
import io.cybervpn.application.identity.port.PasskeyChallenges;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code PublicKeyCredential.parseRequestOptionsFromJSON} takes.
 *
 * @param challenge good for five minutes, once
 * @param timeout in milliseconds
 * @param allowCredentials empty: any that the device has for this shop
 */
@Schema(name = "PasskeyRequest")
public record PasskeyRequestJson(
        String challenge,
        String rpId,
        long timeout,
        List<PasskeyDescriptorJson> allowCredentials,
        String userVerification) {
    static PasskeyRequestJson of(AskPasskey.Result result) {
        return switch (result) {
            case AskPasskey.Result.TooMany(var retryAfter) ->
                    throw IdentityProblems.tooMany(retryAfter);
            case AskPasskey.Result.Asked(var party, var challenge, var allowed) ->
                    new PasskeyRequestJson(
                            challenge,
                            party,
                            PasskeyChallenges.LIFE.toMillis(),
                            allowed.stream().map(PasskeyDescriptorJson::of).toList(),
                            "required");
        };
    }
}
