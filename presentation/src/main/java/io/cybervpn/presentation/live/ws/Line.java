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

    /** What waits in the network's own queue, about, before ours begins. */
    private static final int WRITE_QUEUE_BYTES = 32 * 1024;

    private static final long CLOSING_MILLIS_MAX = 3_000;

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Vertx vertx;
    private final LiveMetrics metrics;
    private final int queueMax;
    private final Queue<String> queue = new ArrayDeque<>(0);
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
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        socket.drainHandler(_ -> drain());
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

    private synchronized void drain() {
        while (!queue.isEmpty() && !isClosed() && !isFull()) {
            write(queue.remove());
        }
    }

    /** That it failed is told by the socket's end; so is that it ended just now. */
    private void write(String text) {
        try {
            socket.writeTextMessage(text).onFailure(_ -> connection.close());
            metrics.sent();
        } catch (IllegalStateException gone) {
            LOG.debugf("a socket ended before it was told: %s", gone.getMessage());
        }
    }

    /** One that ended a moment ago does not answer this. */
    private boolean isFull() {
        try {
            return socket.writeQueueFull();
        } catch (IllegalStateException _) {
            return false;
        }
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
