package io.cybervpn.presentation.identity.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cybervpn.application.identity.port.PasskeyChecks.Attestation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new credential as {@code toJSON()} of the browser writes it; what is not named here is not
 * read.
 *
 * @param id in base64url
 */
@Schema(name = "PasskeyAttestation")
@JsonIgnoreProperties(ignoreUnknown = true)
public record PasskeyAttestationJson(
        @NotBlank @Size(max = 1400) String id, @NotNull @Valid Response response) {
    /** All in base64url. */
    @Schema(name = "PasskeyAttestationResponse")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Response(
            @NotBlank @Size(max = 16384) String clientDataJSON,
            @NotBlank @Size(max = 16384) String attestationObject) {}

    Attestation toAttestation() {
        return new Attestation(id, response.clientDataJSON(), response.attestationObject());
    }

    @Override
    public String toString() {
        return "PasskeyAttestationJson[hidden]";
    }
}
