package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What ended.
 *
 * @param revoked how many sessions were open until now
 */
@Schema(name = "RevokedSessions")
public record RevokedJson(int revoked) {}
