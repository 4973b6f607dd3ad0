package io.cybervpn.domain.server.model;

import io.cybervpn.domain.server.Place;
import java.util.Optional;

/**
 * What staff say of a server, instead of its panel.
 *
 * @param shownName for customers; empty: the panel's name
 * @param position in lists, the least first
 * @param hidden not shown to customers at all
 * @param capacityUsers people who find room on it; empty: nobody said
 * @param place where it is; empty: what configuration or its country say
 */
public record Face(
        Optional<String> shownName,
        int position,
        boolean hidden,
        Optional<Long> capacityUsers,
        Optional<Place> place) {}
