package io.cybervpn.presentation.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish to go to an identity provider.
 *
 * @param redirectUri the client's page that the way back ends at; one of the shop's origins, or an
 *     address that its configuration names
 */
@Schema(name = "OAuthStart")
public record OAuthStartJson(@NotBlank @Size(max = 500) String redirectUri) {}
