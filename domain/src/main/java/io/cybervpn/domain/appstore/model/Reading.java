package io.cybervpn.domain.appstore.model;

import java.time.Instant;
import java.util.List;

/**
 * All that the store's side says of one customer.
 *
 * @param at by its own clock: of two readings the later one counts
 * @param purchases of each product the latest one
 */
public record Reading(Instant at, List<Purchase> purchases) {
    /** Copies the list. */
    public Reading {
        purchases = List.copyOf(purchases);
    }
}
