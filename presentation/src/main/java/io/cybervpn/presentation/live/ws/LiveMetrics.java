package io.cybervpn.presentation.live.ws;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of sockets. */
@Singleton
final class LiveMetrics {
    private final MeterRegistry metrics;
    private final AtomicInteger open;
    private final Counter out;
    private final Counter in;
    private final Counter dropped;

    @Inject
    LiveMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.open = metrics.gauge("cybervpn.live.sockets", new AtomicInteger());
        this.out = metrics.counter("cybervpn.live.messages", "direction", "out");
        this.in = metrics.counter("cybervpn.live.messages", "direction", "in");
        this.dropped = metrics.counter("cybervpn.live.messages.dropped");
    }

    void opened() {
        open.incrementAndGet();
    }

    /** By whom, as a code: one of ours, or 0 when the client or the network did it. */
    void closed(int code) {
        open.decrementAndGet();
        metrics.counter("cybervpn.live.closed", "code", String.valueOf(code)).increment();
    }

    /** A handshake that did not become a socket. */
    void refused(String code) {
        metrics.counter("cybervpn.live.refused", "code", code).increment();
    }

    void sent() {
        out.increment();
    }

    void heard() {
        in.increment();
    }

    /** News that a slow client will not get. */
    void dropped(int count) {
        dropped.increment(count);
    }
}
