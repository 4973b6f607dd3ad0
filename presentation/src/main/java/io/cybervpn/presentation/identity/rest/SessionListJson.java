package io.cybervpn.presentation.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The open sessions of one account, the newest use first. */
@Schema(name = "SessionList")
public record SessionListJson(List<SessionJson> items) {}
