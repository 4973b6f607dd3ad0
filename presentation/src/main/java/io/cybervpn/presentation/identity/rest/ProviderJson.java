package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.port.IdentityProviders.Provider;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who vouches for people.
 *
 * @param name for {@code /auth/oauth/{provider}}
 * @param label for the button
 */
@Schema(name = "IdentityProvider")
public record ProviderJson(String name, String label) {
    static ProviderJson of(Provider provider) {
        return new ProviderJson(provider.name(), provider.label());
    }
}
