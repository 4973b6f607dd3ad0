package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** Sessions of an account ended before their time; access tokens of them are good no more. */
public record SessionsEnded(AccountId account, List<SessionId> sessions, Instant at)
        implements DomainEvent {
    /** Copies the list. */
    public SessionsEnded {
        sessions = List.copyOf(sessions);
    }
}
