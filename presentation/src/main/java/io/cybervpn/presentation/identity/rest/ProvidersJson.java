package io.cybervpn.presentation.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By whom one may come in, beside e-mail and password. */
@Schema(name = "IdentityProviders")
public record ProvidersJson(List<ProviderJson> items) {}
