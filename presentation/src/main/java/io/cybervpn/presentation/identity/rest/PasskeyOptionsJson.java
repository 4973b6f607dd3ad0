package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.OfferPasskey.Result.Offered;
import io.cybervpn.application.identity.port.PasskeyChallenges;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code PublicKeyCredential.parseCreationOptionsFromJSON} takes.
 *
 * @param challenge good for five minutes, once
 * @param timeout in milliseconds
 */
@Schema(name = "PasskeyOptions")
public record PasskeyOptionsJson(
        Party rp,
        User user,
        String challenge,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<PasskeyDescriptorJson> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {
    /** Signature algorithms by their COSE numbers: ES256, EdDSA, RS256. */
    private static final List<Algorithm> ALGORITHMS =
            Stream.of(-7, -8, -257).map(number -> new Algorithm("public-key", number)).toList();

    /** Who the shop is. */
    @Schema(name = "PasskeyParty")
    public record Party(String id, String name) {}

    /**
     * Whose key it will be.
     *
     * @param id in base64url
     */
    @Schema(name = "PasskeyUser")
    public record User(String id, String name, String displayName) {}

    /** What may sign. */
    @Schema(name = "PasskeyAlgorithm")
    public record Algorithm(String type, int alg) {}

    /** A key that is found without a name, and whose holder is asked for. */
    @Schema(name = "PasskeySelection")
    public record Selection(
            String residentKey, boolean requireResidentKey, String userVerification) {}

    static PasskeyOptionsJson of(Offered offered) {
        return new PasskeyOptionsJson(
                new Party(offered.party().id(), offered.party().name()),
                new User(offered.userHandle(), offered.login(), offered.login()),
                offered.challenge(),
                ALGORITHMS,
                PasskeyChallenges.LIFE.toMillis(),
                offered.known().stream().map(PasskeyDescriptorJson::of).toList(),
                new Selection("required", true, "required"),
                "none");
    }
}
