package io.cybervpn.infrastructure.provisioning.proxmox;

import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the cluster has no place for, as one line of a machine's notes; other lines are staff's.
 *
 * @param on whether it was started as wanted; from then on its owner switches it as he likes
 * @param until when it is paid, for staff
 * @param asked what the plan gives
 */
record MachineNote(
        MachineName name, boolean on, Instant until, Resources asked, Set<String> groups) {
    private static final String BEGINNING = "cybervpn ";
    private static final int PARTS = 6;

    MachineNote {
        groups = Set.copyOf(groups);
    }

    static MachineNote of(AccessId access, AccessSpec spec, boolean on) {
        return new MachineNote(
                MachineName.of(access),
                on,
                spec.expireAt(),
                spec.entitlement().resources(),
                Set.copyOf(spec.entitlement().serverGroups()));
    }

    /** Reads the line of ours; empty where there is none that we wrote. */
    static Optional<MachineNote> read(String description) {
        return description
                .lines()
                .filter(line -> line.startsWith(BEGINNING))
                .findFirst()
                .map(line -> line.strip().split(" ", -1))
                .filter(parts -> parts.length == PARTS)
                .flatMap(MachineNote::read);
    }

    private static Optional<MachineNote> read(String[] parts) {
        try {
            return Optional.of(
                    new MachineNote(
                            new MachineName(parts[1]),
                            parts[2].equals("on"),
                            Instant.parse(parts[3]),
                            resources(parts[4]),
                            groups(parts[5])));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            // Somebody wrote into it: it is written anew, as though it were not there.
            return Optional.empty();
        }
    }

    /** The notes with this line, and with those that staff wrote. */
    String onto(String description) {
        return Stream.concat(
                        Stream.of(text()),
                        description.lines().filter(line -> !line.startsWith(BEGINNING)))
                .collect(Collectors.joining("\n"));
    }

    private String text() {
        return BEGINNING
                + String.join(
                        " ",
                        name.text(),
                        on ? "on" : "off",
                        until.toString(),
                        text(asked),
                        text(groups));
    }

    private static String text(Resources resources) {
        return switch (resources) {
            case Resources.None _, Resources.Line _ -> "template";
            case Resources.Machine it ->
                    Stream.of(
                                    it.cpuPercent(),
                                    it.memoryMib(),
                                    it.diskMib(),
                                    it.databases(),
                                    it.backups(),
                                    it.ports())
                            .map(String::valueOf)
                            .collect(Collectors.joining("/"));
        };
    }

    private static Resources resources(String text) {
        if (text.equals("template")) {
            return Resources.none();
        }
        int[] amounts = Arrays.stream(text.split("/", -1)).mapToInt(Integer::parseInt).toArray();
        return new Resources.Machine(
                amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5]);
    }

    private static String text(Collection<String> groups) {
        return new TreeSet<>(groups)
                .stream()
                        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(","));
    }

    private static Set<String> groups(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}
