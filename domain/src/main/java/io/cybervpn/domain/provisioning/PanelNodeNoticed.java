package io.cybervpn.domain.provisioning;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * The panel said that something happened to a node. A hint and no more: pushes come late, twice and
 * in any order, so whoever wants to know how the node is asks the panel.
 *
 * @param event the panel's own name of it, such as {@code node.connection_lost}
 * @param node the panel's UUID of the node, as text
 * @param at when the push came here
 */
public record PanelNodeNoticed(String event, String node, Instant at) implements DomainEvent {}
