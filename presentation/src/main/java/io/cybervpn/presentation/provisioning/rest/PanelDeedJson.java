package io.cybervpn.presentation.provisioning.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the panel did.
 *
 * @param outcome {@code done}, or {@code nobody_connected} when there was no connection to end
 */
@Schema(name = "PanelDeed")
public record PanelDeedJson(String outcome) {}
