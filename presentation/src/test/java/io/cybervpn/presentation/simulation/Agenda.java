package io.cybervpn.presentation.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** What is to happen, in the order of its time; at one time, in the order it was thought of. */
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private final Map<String, Integer> played = new TreeMap<>();
    private long last;

    /** One deed. */
    @FunctionalInterface
    interface Act {
        void play(Dice dice);
    }

    /** One deed at its time. */
    record Entry(Instant at, long number, long seed, String name, Act act) {}

    void put(Instant at, long seed, String name, Act act) {
        entries.add(new Entry(at, ++last, seed, name, act));
    }

    /** The next one before {@code end}, off the agenda. */
    Optional<Entry> next(Instant end) {
        return Optional.ofNullable(entries.peek())
                .filter(entry -> entry.at().isBefore(end))
                .map(_ -> entries.remove());
    }

    /** Plays it with dice of its own. */
    void play(Entry entry) {
        count(entry.name());
        entry.act().play(new Dice(entry.seed(), 0));
    }

    /** Other dice, for what comes right after it. */
    Dice diceAfter(Entry entry) {
        return new Dice(entry.seed(), 1);
    }

    /** Something worth counting happened. */
    void count(String what) {
        played.merge(what, 1, Integer::sum);
    }

    /** How often what happened. */
    Map<String, Integer> played() {
        return played;
    }

    /** All that will not be played any more. */
    void clear() {
        entries.clear();
    }
}
