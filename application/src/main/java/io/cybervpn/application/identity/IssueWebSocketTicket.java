package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.WebSocketTickets;
import io.cybervpn.application.identity.port.WebSocketTickets.Holder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives somebody who is logged in a ticket for one WebSocket. */
@Singleton
public final class IssueWebSocketTicket {
    private final WebSocketTickets tickets;

    @Inject
    IssueWebSocketTicket(WebSocketTickets tickets) {
        this.tickets = tickets;
    }

    /** A ticket and how long it is good. */
    public record Ticket(String secret, Duration life) {
        @Override
        public String toString() {
            return "Ticket[hidden]";
        }
    }

    /** Issues. Each call gives another one. */
    public Uni<Ticket> execute(Holder holder) {
        return tickets.issue(holder).map(secret -> new Ticket(secret, WebSocketTickets.LIFE));
    }
}
