package io.cybervpn.application.live.port;

import io.cybervpn.application.live.StaffTopic;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What all instances together told of a board last, and whose turn it is to tell more. Never fails:
 * while the way to the others is closed it is this instance's own memory.
 */
public interface ToldBoards {
    /** Whether one may tell. */
    sealed interface Turn {
        /** Somebody told a moment ago, or is about to. */
        record Later() implements Turn {}

        /** One may; nobody knows any more what was told: all of it is to be told. */
        record Anew() implements Turn {}

        /**
         * One may.
         *
         * @param told the things by id, each as a digest
         */
        record Since(Map<String, String> told) implements Turn {
            /** Copies them. */
            public Since {
                told = Map.copyOf(told);
            }
        }
    }

    /**
     * What is remembered besides.
     *
     * @param anew instead of all that was before
     */
    record Note(boolean anew, Map<String, String> told, Set<String> gone) {
        /** Copies them. */
        public Note {
            told = Map.copyOf(told);
            gone = Set.copyOf(gone);
        }
    }

    /** Takes the turn, of all instances, if nobody took it or told within the pace. */
    Uni<Turn> turn(StaffTopic topic, Duration pace);

    /**
     * Remembers what was told, for some minutes after all of it was told; from now on the pace is
     * kept once more.
     */
    Uni<Void> note(StaffTopic topic, Note note, Duration pace);
}
