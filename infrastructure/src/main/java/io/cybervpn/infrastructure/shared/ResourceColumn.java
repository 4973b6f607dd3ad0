package io.cybervpn.infrastructure.shared;

import io.cybervpn.domain.catalogue.Resources;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan gives besides a VPN, as a jsonb column: null for nothing. */
public final class ResourceColumn {
    private static final String KIND = "kind";

    private ResourceColumn() {}

    /** For a column of an entity. */
    public static @Nullable Map<String, Object> map(Resources resources) {
        return switch (resources) {
            case Resources.None() -> null;
            case Resources.Machine machine ->
                    Map.of(
                            KIND,
                            "machine",
                            "cpuPercent",
                            machine.cpuPercent(),
                            "memoryMib",
                            machine.memoryMib(),
                            "diskMib",
                            machine.diskMib(),
                            "databases",
                            machine.databases(),
                            "backups",
                            machine.backups(),
                            "ports",
                            machine.ports());
            case Resources.Line(var down, var up) ->
                    Map.of(KIND, "line", "downKbit", down, "upKbit", up);
        };
    }

    /** For a parameter of a statement that casts it to text first, and then to jsonb. */
    public static @Nullable String text(Resources resources) {
        Map<String, Object> map = map(resources);
        return map == null ? null : new JsonObject(map).encode();
    }

    /** As {@link #map} made it. */
    public static Resources read(@Nullable Map<String, Object> map) {
        return map == null ? Resources.none() : read(new JsonObject(map));
    }

    /** As {@link #text} made it. */
    public static Resources of(@Nullable JsonObject json) {
        return json == null ? Resources.none() : read(json);
    }

    private static Resources read(JsonObject json) {
        return switch (json.getString(KIND)) {
            case "machine" ->
                    new Resources.Machine(
                            json.getInteger("cpuPercent"),
                            json.getInteger("memoryMib"),
                            json.getInteger("diskMib"),
                            json.getInteger("databases"),
                            json.getInteger("backups"),
                            json.getInteger("ports"));
            case "line" -> new Resources.Line(json.getLong("downKbit"), json.getLong("upKbit"));
            default -> throw new IllegalStateException("stored resources " + json.getString(KIND));
        };
    }
}
