package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.port.Feed.Delivery;
import java.util.ArrayList;
import java.util.List;

/**
 * One address that a socket listens to. While it is looked up what the client missed, what comes is
 * held back, so that nothing is told twice or out of its order.
 */
final class Hearing {
    private final Line line;
    private final int heldMax;
    private final List<Delivery> held = new ArrayList<>(0);
    private boolean holds = true;
    private long position;

    Hearing(Line line, int heldMax) {
        this.line = line;
        this.heldMax = heldMax;
    }

    synchronized void deliver(Delivery delivery) {
        if (!holds) {
            send(delivery);
        } else if (held.size() < heldMax) {
            held.add(delivery);
        } else {
            line.close(CloseCode.IDLE, "too slow");
        }
    }

    /**
     * Lets through what was missed, then what was held and is later, then all that comes.
     *
     * @param from what the client knows of by now
     */
    synchronized void letThrough(List<Delivery> missed, long from) {
        position = from;
        missed.forEach(this::send);
        long known = position;
        held.stream().filter(one -> one.seq() > known).forEach(this::send);
        held.clear();
        holds = false;
    }

    private void send(Delivery delivery) {
        position = delivery.seq();
        line.send(delivery.text());
    }

    /** The number of the latest news that it told; 0 for none. */
    synchronized long position() {
        return position;
    }
}
