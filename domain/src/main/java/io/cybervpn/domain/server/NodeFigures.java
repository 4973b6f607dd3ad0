package io.cybervpn.domain.server;

import java.util.Optional;

/**
 * What a panel counts on a node; what it does not say is empty.
 *
 * @param usersOnline people
 * @param loadPercent of its processors, 0 to 100
 * @param trafficBytes a counter, which begins anew each month
 * @param versions for staff, such as {@code xray 25.1.1}; empty text when the panel does not say
 */
public record NodeFigures(
        Optional<Long> usersOnline,
        Optional<Integer> loadPercent,
        Optional<Long> trafficBytes,
        String versions) {}
