package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.presentation.shared.rest.Caller;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Makes sockets of connections that were let in. */
@Singleton
final class Sockets {
    private static final Logger LOG = Logger.getLogger(Sockets.class);

    private final Hub hub;
    private final Conversation conversation;
    private final Wire wire;
    private final LiveMetrics metrics;
    private final LiveSettings settings;
    private final Vertx vertx;
    private final Seats seats;
    private final Ids ids;

    /**
     * A connection, and who has it.
     *
     * @param from the client's address, as it is counted; it has a seat
     */
    record Opening(
            ServerWebSocket socket,
            HttpConnection connection,
            Endpoint endpoint,
            String from,
            Caller caller) {}

    @Inject
    Sockets(
            Hub hub,
            Conversation conversation,
            Wire wire,
            LiveMetrics metrics,
            LiveSettings settings,
            Vertx vertx,
            Seats seats,
            Ids ids) {
        this.hub = hub;
        this.conversation = conversation;
        this.wire = wire;
        this.metrics = metrics;
        this.settings = settings;
        this.vertx = vertx;
        this.seats = seats;
        this.ids = ids;
    }

    void open(Opening opening) {
        ServerWebSocket socket = opening.socket();
        Line line = new Line(socket, opening.connection(), vertx, metrics, settings.queueMax());
        LiveSocket live =
                new LiveSocket(
                        ids.next(),
                        opening.endpoint(),
                        opening.from(),
                        opening.caller(),
                        line,
                        wire,
                        new Vitals(System.nanoTime(), settings.messagesPerSecond()));
        if (!isWired(socket, live)) {
            seats.leave(opening.from());
            return;
        }
        hub.add(live);
        if (socket.isClosed()) {
            hub.remove(live);
        }
        conversation.begin(live);
    }

    /** False when the client went away in this moment. */
    private boolean isWired(ServerWebSocket socket, LiveSocket live) {
        try {
            socket.textMessageHandler(text -> conversation.hear(live, text));
            socket.binaryMessageHandler(_ -> live.line().close(CloseCode.UNSUPPORTED, "text only"));
            socket.pongHandler(_ -> live.vitals().heard(System.nanoTime()));
            // Such as a frame that is too long, which the server closes by itself.
            socket.exceptionHandler(failure -> LOG.debugf("a socket failed: %s", failure));
            socket.closeHandler(_ -> hub.remove(live));
            return true;
        } catch (IllegalStateException gone) {
            LOG.debugf("a socket ended before it began: %s", gone.getMessage());
            return false;
        }
    }
}
