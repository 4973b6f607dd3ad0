package io.cybervpn.domain.shared;

import java.time.Instant;

/**
 * Something that happened and that others may act on. Events are records of ids, amounts and times.
 */
public interface DomainEvent {
    /** When it happened, by the injected clock. */
    Instant at();
}
