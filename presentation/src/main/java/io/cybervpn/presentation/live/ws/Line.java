package io.cybervpn.presentation.live.ws;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The way to one client. What it does not take at once waits in a short queue; when that is full it
 * is too slow, and closed: it will connect again and look anew. Any thread may send.
 */
final class Line {
    private static final Logger LOG = Logger.getLogger(Line.class);

    /**
     * What may be on its way into the network before our queue begins. Counted here: what other
     * threads hand over is not in the network's own queue yet.
     */
    private static final int UNDER_WAY_MAX = 16;

    private static final long CLOSING_MILLIS_MAX = 3_000;

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Vertx vertx;
    private final LiveMetrics metrics;
    private final int queueMax;
    private final Queue<String> queue = new ArrayDeque<>(0);
    private int underWay;
    private final AtomicInteger closedBy = new AtomicInteger();

    Line(
            ServerWebSocket socket,
            HttpConnection connection,
            Vertx vertx,
            LiveMetrics metrics,
            int queueMax) {
        this.socket = socket;
        this.connection = connection;
        this.vertx = vertx;
        this.metrics = metrics;
        this.queueMax = queueMax;
    }

    void send(String text) {
        if (!offer(text)) {
            close(CloseCode.IDLE, "too slow");
        }
    }

    /** False when it is too slow. */
    private synchronized boolean offer(String text) {
        if (isClosed()) {
            return true;
        }
        if (queue.isEmpty() && !isFull()) {
            write(text);
            return true;
        }
        return queue.size() < queueMax && queue.add(text);
    }

    private synchronized void sent() {
        underWay--;
        while (!queue.isEmpty() && !isClosed() && !isFull()) {
            write(queue.remove());
        }
    }

    /** That it failed is told by the socket's end; so is that it ended just now. */
    private void write(String text) {
        try {
            underWay++;
            socket.writeTextMessage(text).onSuccess(_ -> sent()).onFailure(_ -> connection.close());
            metrics.sent();
        } catch (IllegalStateException gone) {
            LOG.debugf("a socket ended before it was told: %s", gone.getMessage());
        }
    }

    private synchronized boolean isFull() {
        return underWay >= UNDER_WAY_MAX;
    }

    /** Asks whether the client is there. One that takes nothing is not asked. */
    void ping() {
        if (isClosed() || isFull()) {
            return;
        }
        try {
            socket.writePing(Buffer.buffer()).onFailure(_ -> connection.close());
        } catch (IllegalStateException gone) {
            LOG.debugf("a socket ended before it was asked: %s", gone.getMessage());
        }
    }

    /** Says goodbye, once. Who does not listen is hung up on. */
    void close(CloseCode code, String reason) {
        if (!closedBy.compareAndSet(0, code.number()) || socket.isClosed()) {
            return;
        }
        forget();
        vertx.setTimer(CLOSING_MILLIS_MAX, _ -> hangUp());
        socket.close(code.number(), reason).onFailure(_ -> hangUp());
    }

    private synchronized void forget() {
        metrics.dropped(queue.size());
        queue.clear();
    }

    /** A close frame would wait behind all that the client does not take. */
    private void hangUp() {
        if (!socket.isClosed() && connection instanceof ConnectionBase base) {
            base.channel().close();
        }
    }

    boolean isClosed() {
        return closedBy.get() != 0 || socket.isClosed();
    }

    /** With which code we closed it; 0 if it was not us. */
    int closedBy() {
        return closedBy.get();
    }
}
