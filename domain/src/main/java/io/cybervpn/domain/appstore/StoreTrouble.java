package io.cybervpn.domain.appstore;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * Something about a store's purchases that staff must look at.
 *
 * @param kind {@code unknown_customer}, {@code product_without_plan}, {@code purchase_without_end}
 *     or {@code purchase_vanished}
 * @param subject an event, a product or a transaction; nothing personal
 */
public record StoreTrouble(String kind, String subject, Instant at) implements DomainEvent {}
