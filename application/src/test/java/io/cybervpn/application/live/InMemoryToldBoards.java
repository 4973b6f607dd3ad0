package io.cybervpn.application.live;

import io.cybervpn.application.live.port.ToldBoards;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Boards of one instance, by a clock in nanoseconds. */
public final class InMemoryToldBoards implements ToldBoards {
    private final LongSupplier nanos;
    private final Map<StaffTopic, Long> turns = new HashMap<>();
    private final Map<StaffTopic, Map<String, String>> told = new HashMap<>();

    public InMemoryToldBoards(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public Uni<Turn> turn(StaffTopic topic, Duration pace) {
        return Uni.createFrom().item(() -> taken(topic, pace));
    }

    private Turn taken(StaffTopic topic, Duration pace) {
        long now = nanos.getAsLong();
        if (turns.getOrDefault(topic, now) > now) {
            return new Turn.Later();
        }
        turns.put(topic, now + pace.toNanos());
        return told.containsKey(topic) ? new Turn.Since(told.get(topic)) : new Turn.Anew();
    }

    @Override
    public Uni<Void> note(StaffTopic topic, Note note, Duration pace) {
        return Uni.createFrom().voidItem().invoke(() -> noted(topic, note, pace));
    }

    private void noted(StaffTopic topic, Note note, Duration pace) {
        turns.put(topic, nanos.getAsLong() + pace.toNanos());
        if (note.anew()) {
            told.put(topic, new HashMap<>());
        }
        if (told.containsKey(topic)) {
            told.get(topic).putAll(note.told());
            told.get(topic).keySet().removeAll(note.gone());
        }
    }
}
