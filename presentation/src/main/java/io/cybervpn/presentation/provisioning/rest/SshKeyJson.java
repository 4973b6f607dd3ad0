package io.cybervpn.presentation.provisioning.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A public key.
 *
 * @param key a line as in authorized_keys, such as {@code ssh-ed25519 AAAA…}; its comment is not
 *     kept
 */
@Schema(name = "SshKey")
public record SshKeyJson(@NotBlank @Size(max = 8_000) String key) {}
