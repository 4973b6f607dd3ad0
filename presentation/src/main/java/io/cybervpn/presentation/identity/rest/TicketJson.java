package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.IssueWebSocketTicket;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What opens one WebSocket.
 *
 * @param ticket good once
 */
@Schema(name = "WebSocketTicket")
public record TicketJson(String ticket, long expiresInSeconds) {
    static TicketJson of(IssueWebSocketTicket.Ticket ticket) {
        return new TicketJson(ticket.secret(), ticket.life().toSeconds());
    }

    @Override
    public String toString() {
        return "TicketJson[hidden]";
    }
}
