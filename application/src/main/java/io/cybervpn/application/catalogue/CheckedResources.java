package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.Flaw.Kind;
import io.cybervpn.application.catalogue.PlanDraft.ResourcesDraft;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.Resources.Line;
import io.cybervpn.domain.catalogue.Resources.Machine;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The resources of a draft of a plan after their check. */
final class CheckedResources {
    private static final String POINTER = "/resources";

    private record Bounds(long least, long most) {}

    private static final Map<String, Bounds> OF_MACHINE =
            Map.of(
                    "cpuPercent", new Bounds(1, Machine.CPU_PERCENT_MAX),
                    "memoryMib", new Bounds(1, Machine.MEMORY_MIB_MAX),
                    "diskMib", new Bounds(1, Machine.DISK_MIB_MAX),
                    "databases", new Bounds(0, Machine.COUNT_MAX),
                    "backups", new Bounds(0, Machine.COUNT_MAX),
                    "ports", new Bounds(0, Machine.COUNT_MAX));
    private static final Map<String, Bounds> OF_LINE =
            Map.of(
                    "downKbit", new Bounds(1, Line.KBIT_MAX),
                    "upKbit", new Bounds(1, Line.KBIT_MAX));

    private CheckedResources() {}

    /** Empty if they are not sound, which the flaws tell. */
    static Optional<Resources> of(Optional<ResourcesDraft> draft, Flaws flaws) {
        return draft.map(given -> of(given, flaws)).orElseGet(() -> Optional.of(Resources.none()));
    }

    private static Optional<Resources> of(ResourcesDraft draft, Flaws flaws) {
        return switch (draft.kind()) {
            case "machine" -> sound(draft, OF_MACHINE, flaws).map(CheckedResources::machine);
            case "line" -> sound(draft, OF_LINE, flaws).map(CheckedResources::line);
            case String other -> {
                flaws.add(POINTER + "/kind", other.isEmpty() ? Kind.REQUIRED : Kind.UNKNOWN);
                yield Optional.empty();
            }
        };
    }

    /** Each amount of the kind is there and within its bounds, and no amount of another kind. */
    private static Optional<Map<String, Long>> sound(
            ResourcesDraft draft, Map<String, Bounds> bounds, Flaws flaws) {
        int before = flaws.found().size();
        new TreeSet<>(bounds.keySet())
                .forEach(name -> amount(name, draft.amounts(), bounds, flaws));
        new TreeSet<>(draft.amounts().keySet())
                .forEach(
                        name ->
                                flaws.addIf(
                                        !bounds.containsKey(name),
                                        POINTER + "/" + name,
                                        Kind.INVALID));
        return Optional.of(draft.amounts()).filter(_ -> flaws.found().size() == before);
    }

    private static void amount(
            String name, Map<String, Long> amounts, Map<String, Bounds> bounds, Flaws flaws) {
        Optional<Long> given = Optional.ofNullable(amounts.get(name));
        Bounds bound = bounds.getOrDefault(name, new Bounds(0, 0));
        String pointer = POINTER + "/" + name;
        flaws.addIf(given.isEmpty(), pointer, Kind.REQUIRED);
        flaws.addIf(given.filter(it -> it < bound.least()).isPresent(), pointer, Kind.TOO_SMALL);
        flaws.addIf(given.filter(it -> it > bound.most()).isPresent(), pointer, Kind.TOO_LARGE);
    }

    private static Resources machine(Map<String, Long> amounts) {
        return new Machine(
                count(amounts, "cpuPercent"),
                count(amounts, "memoryMib"),
                count(amounts, "diskMib"),
                count(amounts, "databases"),
                count(amounts, "backups"),
                count(amounts, "ports"));
    }

    private static Resources line(Map<String, Long> amounts) {
        return new Line(amounts.getOrDefault("downKbit", 0L), amounts.getOrDefault("upKbit", 0L));
    }

    private static int count(Map<String, Long> amounts, String name) {
        return Math.toIntExact(amounts.getOrDefault(name, 0L));
    }
}
