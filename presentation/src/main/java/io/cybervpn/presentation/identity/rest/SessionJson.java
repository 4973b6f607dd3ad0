package io.cybervpn.presentation.identity.rest;

import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.repository.OpenSessions.Seen;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where somebody is logged in.
 *
 * @param device what the client calls itself; empty when it says nothing
 * @param lastUsedAt the newest login or renewal of tokens
 * @param current whether it is the session of this very request
 */
@Schema(name = "Session")
public record SessionJson(
        UUID id,
        String device,
        String address,
        Instant startedAt,
        Instant lastUsedAt,
        boolean current) {
    static SessionJson of(Seen seen, Optional<SessionId> current) {
        return new SessionJson(
                seen.id().value(),
                seen.client().device(),
                seen.client().address(),
                seen.startedAt(),
                seen.lastUsedAt(),
                current.filter(seen.id()::equals).isPresent());
    }
}
