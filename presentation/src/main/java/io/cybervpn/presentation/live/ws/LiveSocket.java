package io.cybervpn.presentation.live.ws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.port.Feed.Delivery;
import io.cybervpn.presentation.shared.rest.Caller;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** An open socket: who holds it, what it listens to, and when it was heard last. */
final class LiveSocket {
    /** What a socket says of itself has a topic of its own. */
    private static final String ITSELF = "socket";

    private final UUID id;
    private final Endpoint endpoint;
    private final String from;
    private final Line line;
    private final Wire wire;
    private final AtomicReference<Caller> caller;
    private final AtomicLong ownSeq = new AtomicLong();
    private final Map<Address, Hearing> hearings = new ConcurrentHashMap<>(2);
    private final Vitals vitals;

    LiveSocket(
            UUID id,
            Endpoint endpoint,
            String from,
            Caller caller,
            Line line,
            Wire wire,
            Vitals vitals) {
        this.id = id;
        this.endpoint = endpoint;
        this.from = from;
        this.caller = new AtomicReference<>(caller);
        this.line = line;
        this.wire = wire;
        this.vitals = vitals;
    }

    /** Of this shop and no other; later ones are greater. */
    UUID id() {
        return id;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The client's address, as it is counted. */
    String from() {
        return from;
    }

    Caller caller() {
        return caller.get();
    }

    void caller(Caller now) {
        caller.set(now);
    }

    Vitals vitals() {
        return vitals;
    }

    Line line() {
        return line;
    }

    Wire wire() {
        return wire;
    }

    Set<Address> addresses() {
        return hearings.keySet();
    }

    /** Begins to hear an address, or begins anew; what comes is held until it is let through. */
    Hearing hear(Address address, int heldMax) {
        Hearing hearing = new Hearing(line, heldMax);
        hearings.put(address, hearing);
        return hearing;
    }

    void deafen(Address address) {
        hearings.remove(address);
    }

    void deliver(Delivery delivery) {
        Hearing hearing = hearings.get(delivery.to());
        if (hearing != null) {
            hearing.deliver(delivery);
        }
    }

    /** Says something of the socket itself. */
    void say(String type, ObjectNode data) {
        line.send(wire.event(type, ITSELF, ownSeq.incrementAndGet(), data));
    }

    /** Says that news of an address may be missing: the client is to look anew. */
    void sayReset(Address address, long position) {
        line.send(
                wire.event(
                        "reset",
                        address.topicCode(),
                        position,
                        wire.object().put("reason", "gap")));
    }

    /** After the way to the other instances was closed. */
    void sayMissed() {
        hearings.forEach((address, hearing) -> sayReset(address, hearing.position()));
    }
}
