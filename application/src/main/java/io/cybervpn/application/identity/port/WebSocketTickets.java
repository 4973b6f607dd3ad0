package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Short-lived papers that open one WebSocket: a browser can send no header there, and an access
 * token in an address would be written to logs. Fails while the store of them is away.
 */
public interface WebSocketTickets {
    /** How long a ticket is good. */
    Duration LIFE = Duration.ofSeconds(30);

    /**
     * Who may open the socket, and in which session.
     *
     * @param until the end of the access token that the ticket was given for: a socket must not
     *     outlive it without another token
     */
    record Holder(AccountId account, AccountKind kind, SessionId session, Instant until) {}

    /** Gives out a new unguessable ticket. */
    Uni<String> issue(Holder holder);

    /** Takes a ticket in; empty when it is used, too old or nobody's. */
    Uni<Optional<Holder>> redeem(String ticket);
}
