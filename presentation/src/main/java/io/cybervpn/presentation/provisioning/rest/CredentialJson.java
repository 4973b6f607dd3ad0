package io.cybervpn.presentation.provisioning.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A password that was just made. It is told once.
 *
 * @param password opens from now on; the one before does not
 */
@Schema(name = "Credential")
public record CredentialJson(String password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "CredentialJson[]";
    }
}
