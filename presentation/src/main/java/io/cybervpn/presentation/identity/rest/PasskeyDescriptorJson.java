package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A credential by its id.
 *
 * @param id in base64url
 */
@Schema(name = "PasskeyDescriptor")
public record PasskeyDescriptorJson(String id, String type) {
    static PasskeyDescriptorJson of(String id) {
        return new PasskeyDescriptorJson(id, "public-key");
    }
}
