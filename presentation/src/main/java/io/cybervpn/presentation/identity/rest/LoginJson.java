package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who logged in, and his tokens. */
@Schema(name = "Login")
public record LoginJson(AccountJson account, TokensJson tokens) {}
