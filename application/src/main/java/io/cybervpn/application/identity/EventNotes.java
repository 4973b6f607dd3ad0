package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.SecurityEvents.About;
import io.cybervpn.application.identity.port.SecurityEvents.Event;
import io.cybervpn.application.identity.port.SecurityEvents.From;
import io.cybervpn.domain.identity.SecurityEventType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened and is not stored yet. The first of its kind is due at once, those alike within
 * {@link #QUIET} are one more event together, so that a flood is a few rows. Bounded: of more kinds
 * than {@link #KINDS_MAX} only the type is told.
 */
@Singleton
final class EventNotes {
    /** How long those alike are gathered. */
    static final Duration QUIET = Duration.ofMinutes(10);

    static final int KINDS_MAX = 2_000;
    static final int DUE_MAX = 10_000;

    private static final From NOWHERE =
            new From(Optional.empty(), Optional.empty(), Optional.empty());

    /** What makes events alike. */
    private record Kind(
            SecurityEventType type, About about, Optional<String> address, String detail) {
        static Kind of(Event event) {
            return new Kind(event.type(), event.about(), event.from().address(), event.detail());
        }
    }

    /** Those alike since the first, which was told. */
    private record Heap(Event last, int times, Instant until) {}

    private final Map<Kind, Heap> heaps = new LinkedHashMap<>();
    private final List<Event> due = new ArrayList<>();

    synchronized void add(Event event) {
        Event told = heaps.size() < KINDS_MAX ? event : plain(event);
        Kind kind = Kind.of(told);
        Heap heap = heaps.get(kind);
        if (heap == null) {
            heaps.put(kind, new Heap(told, 0, told.at().plus(QUIET)));
            keep(told);
        } else {
            heaps.put(kind, new Heap(told, heap.times() + 1, heap.until()));
        }
    }

    /** What is to be stored now; it is not kept here any more. */
    synchronized List<Event> take(Instant now) {
        Iterator<Heap> each = heaps.values().iterator();
        while (each.hasNext()) {
            Heap heap = each.next();
            if (!now.isBefore(heap.until())) {
                each.remove();
                summary(heap).ifPresent(this::keep);
            }
        }
        List<Event> taken = List.copyOf(due);
        due.clear();
        return taken;
    }

    /** What could not be stored waits on. */
    synchronized void giveBack(List<Event> events) {
        events.forEach(this::keep);
    }

    private void keep(Event event) {
        if (due.size() < DUE_MAX) {
            due.add(event);
        }
    }

    private static Optional<Event> summary(Heap heap) {
        Event last = heap.last();
        return heap.times() == 0
                ? Optional.empty()
                : Optional.of(
                        new Event(
                                last.id(),
                                last.at(),
                                last.type(),
                                last.about(),
                                last.from(),
                                last.detail(),
                                heap.times()));
    }

    /** A known kind keeps its heap even in a crowd. */
    private Event plain(Event event) {
        return heaps.containsKey(Kind.of(event))
                ? event
                : new Event(
                        event.id(),
                        event.at(),
                        event.type(),
                        About.NOBODY,
                        NOWHERE,
                        "many",
                        event.times());
    }
}
