package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.ServiceDoor;
import java.time.Instant;
import java.util.Optional;

/** What a customer gets to see of what he has, where it is no VPN. */
public sealed interface ServiceAccess {
    /** How far it is. */
    enum State {
        /** It is being made, or started again. */
        PREPARING,
        /** It is there and runs. */
        READY,
        /** It is there and stopped. */
        SUSPENDED,
        /** There is nothing any more, and nothing will be unless it is paid for. */
        ENDED
    }

    /** How far it is. */
    State state();

    /**
     * A server.
     *
     * @param door how he goes in; empty while there is none
     * @param removeAt when it is deleted with all data; empty for never
     */
    record Machine(State state, Optional<ServiceDoor> door, Optional<Instant> removeAt)
            implements ServiceAccess {}

    /**
     * A line.
     *
     * @param door how he goes in; empty while there is none
     */
    record Line(State state, Optional<ServiceDoor> door) implements ServiceAccess {}

    /**
     * Something that staff made (R142).
     *
     * @param text how to use it; empty for nothing
     * @param login empty for none
     * @param address empty for none
     * @param secret as staff typed it
     */
    record ByHand(State state, String text, String login, String address, Optional<String> secret)
            implements ServiceAccess {
        /** Leaves what was handed over out. */
        @Override
        public String toString() {
            return "ByHand[" + state + "]";
        }
    }

    /** Paid a moment ago: what it will be is not known yet. */
    record Undecided() implements ServiceAccess {
        @Override
        public State state() {
            return State.PREPARING;
        }
    }
}
