package io.cybervpn.domain.server.model;

/**
 * What a server is fed from.
 *
 * @param panel which panel
 * @param node its name of the node there, opaque
 */
public record NodeRef(String panel, String node) {}
