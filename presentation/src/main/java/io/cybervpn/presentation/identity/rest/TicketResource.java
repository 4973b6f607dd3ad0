package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.IssueWebSocketTicket;
import io.cybervpn.application.identity.port.WebSocketTickets.Holder;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Tickets for WebSockets, which cannot be opened with a header by a browser. */
@Path("/api/v1/ws-tickets")
@Tag(name = "sessions")
@Authenticated
public final class TicketResource {
    private final IssueWebSocketTicket issueWebSocketTicket;
    private final CurrentActor actor;

    @Inject
    TicketResource(IssueWebSocketTicket issueWebSocketTicket, CurrentActor actor) {
        this.issueWebSocketTicket = issueWebSocketTicket;
        this.actor = actor;
    }

    /** A ticket for 30 s and one use, of the session that asks. */
    @POST
    @Operation(operationId = "issueWebSocketTicket", summary = "Gives a ticket for one WebSocket")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<TicketJson> issue() {
        return issueWebSocketTicket.execute(holder()).map(TicketJson::of);
    }

    private Holder holder() {
        SessionId session = actor.session().orElseThrow(() -> Problem.forbidden().asException());
        Instant until = actor.expiresAt().orElseThrow(() -> Problem.forbidden().asException());
        return new Holder(actor.account(), kind(), session, until);
    }

    private AccountKind kind() {
        return actor.isStaff() ? AccountKind.STAFF : AccountKind.CUSTOMER;
    }
}
