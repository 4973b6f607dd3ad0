package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.WebSocketTickets;
import io.cybervpn.application.identity.port.WebSocketTickets.Holder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Takes the ticket of who wants to open a WebSocket. It is used up, whatever the answer. */
@Singleton
public final class RedeemWebSocketTicket {
    private final WebSocketTickets tickets;
    private final CheckSession checkSession;
    private final Clock clock;

    @Inject
    RedeemWebSocketTicket(WebSocketTickets tickets, CheckSession checkSession, Clock clock) {
        this.tickets = tickets;
        this.checkSession = checkSession;
        this.clock = clock;
    }

    /** What it is worth. */
    public sealed interface Result {
        /** It was good, and its session goes on. */
        record Good(Holder holder) implements Result {}

        /** It was used before, is too old, nobody's, or of a session that ended. */
        record Refused() implements Result {}

        /** Nobody can say now. */
        record Unsure() implements Result {}
    }

    /** Redeems. Fails while the store of tickets is away. */
    public Uni<Result> execute(String ticket) {
        return tickets.redeem(ticket).chain(this::check);
    }

    private Uni<Result> check(Optional<Holder> found) {
        return found.filter(holder -> holder.until().isAfter(clock.instant()))
                .map(this::checkSession)
                .orElseGet(() -> Uni.createFrom().item(new Result.Refused()));
    }

    private Uni<Result> checkSession(Holder holder) {
        return checkSession
                .execute(new CheckSession.Command(holder.session(), holder.kind()))
                .map(
                        result ->
                                switch (result) {
                                    case GOOD -> new Result.Good(holder);
                                    case ENDED -> new Result.Refused();
                                    case UNSURE -> new Result.Unsure();
                                });
    }
}
