package io.cybervpn.presentation.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All linked identities of an account, the oldest first. */
@Schema(name = "Identities")
public record IdentitiesJson(List<IdentityJson> items) {}
