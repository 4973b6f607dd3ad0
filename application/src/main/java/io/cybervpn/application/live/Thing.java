package io.cybervpn.application.live;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something on a board, as it is now.
 *
 * @param id the same as long as it is there
 * @param facts what is told of it; all of it each time, so that the latest news are the truth
 */
public record Thing(String id, Map<String, Datum> facts) {
    /** Copies the facts. */
    public Thing {
        facts = Map.copyOf(facts);
    }

    /** The same in all instances as long as nothing about it changes. */
    public String digest() {
        return UUID.nameUUIDFromBytes(
                        new TreeMap<>(facts).toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** As clients get it. */
    Datum toDatum() {
        Map<String, Datum> all = new HashMap<>(facts);
        all.put("id", Datum.of(id));
        return new Datum.Fields(all);
    }

    /** All of these, as clients get them. */
    public static Datum.Fields list(List<Thing> things) {
        return new Datum.Fields(
                Map.of("items", new Datum.Many(things.stream().map(Thing::toDatum).toList())));
    }
}
