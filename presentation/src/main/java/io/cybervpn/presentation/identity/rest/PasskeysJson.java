package io.cybervpn.presentation.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One's own passkeys, the oldest first. */
@Schema(name = "Passkeys")
public record PasskeysJson(List<PasskeyJson> items) {}
