package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.port.ToldBoards.Note;
import io.cybervpn.application.live.port.ToldBoards.Turn;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What this instance told of boards by itself, while Valkey was away. */
final class OwnMemory {
    private final Map<StaffTopic, Long> turns = new EnumMap<>(StaffTopic.class);
    private final Map<StaffTopic, Map<String, String>> told = new EnumMap<>(StaffTopic.class);

    synchronized Turn turn(StaffTopic topic, Duration pace) {
        long now = System.nanoTime();
        if (turns.containsKey(topic) && turns.get(topic) - now > 0) {
            return new Turn.Later();
        }
        turns.put(topic, now + pace.toNanos());
        Map<String, String> known = told.get(topic);
        return known == null ? new Turn.Anew() : new Turn.Since(known);
    }

    synchronized void note(StaffTopic topic, Note note, Duration pace) {
        turns.put(topic, System.nanoTime() + pace.toNanos());
        Map<String, String> known = told.computeIfAbsent(topic, _ -> new HashMap<>());
        if (note.anew()) {
            known.clear();
        }
        known.putAll(note.told());
        known.keySet().removeAll(note.gone());
    }

    /** Forgets it; whether there was something. */
    synchronized boolean forget(StaffTopic topic) {
        return told.remove(topic) != null;
    }
}
