package io.cybervpn.application.live.port;

import io.cybervpn.application.live.Address;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What this instance hears of what all instances tell. */
public interface Feed {
    /**
     * News in the form in which sockets get them.
     *
     * @param seq its number at its address; the next one there has the next number, unless nothing
     *     was told for long, or the way to the others was closed
     */
    record Delivery(Address to, long seq, String text) {}

    /** Something heard. */
    sealed interface Heard {
        /** News. */
        record Told(Delivery delivery) implements Heard {}

        /** Sessions that ended. */
        record Ended(List<SessionId> sessions) implements Heard {}

        /** Sockets whose places newer ones of the same account took. */
        record Replaced(List<UUID> sockets) implements Heard {}

        /** Some of the news may have been missed: the way to the others was closed. */
        record Missed() implements Heard {}
    }

    /** What came after a number. */
    sealed interface Replay {
        /**
         * All of it.
         *
         * @param position the latest number; 0 when nothing was told for long
         */
        record Whole(long position, List<Delivery> missed) implements Replay {}

        /** It is not known any more: who missed something asks the API anew. */
        record Gone(long position) implements Replay {}

        /** The latest number of the address. */
        long position();
    }

    /**
     * Listens until it is cancelled; takes up again by itself what breaks. Never fails, never ends.
     * For one listener per instance.
     */
    Multi<Heard> listen();

    /**
     * What was told at an address after a number.
     *
     * @param since the last number that was heard; 0 or less for who has heard nothing and misses
     *     nothing
     */
    Uni<Replay> since(Address address, long since);
}
