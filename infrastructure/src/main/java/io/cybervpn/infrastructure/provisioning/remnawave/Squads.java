package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The panel's squads by name: a server group of ours is a squad of the same name. The list is kept
 * for minutes; a name that is not in it is looked for on the panel before it is refused.
 */
class Squads {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final PanelClient panel;
    private final Clock clock;
    private final AtomicReference<Names> kept =
            new AtomicReference<>(new Names(Map.of(), Instant.MIN));

    Squads(PanelClient panel, Clock clock) {
        this.panel = panel;
        this.clock = clock;
    }

    private record Names(Map<String, String> uuids, Instant readAt) {
        boolean holds(List<String> groups) {
            return uuids.keySet().containsAll(groups);
        }
    }

    /** The UUIDs of groups; fails with {@link PanelRefused} when the panel lacks one. */
    Uni<List<String>> uuidsOf(List<String> groups) {
        Names names = kept.get();
        boolean fresh = names.readAt().plus(KEPT).isAfter(clock.instant());
        return fresh && names.holds(groups)
                ? Uni.createFrom().item(uuids(names, groups))
                : read().map(read -> uuids(read, groups));
    }

    /** All names, read anew. */
    Uni<List<String>> names() {
        return read().map(read -> read.uuids().keySet().stream().sorted().toList());
    }

    /** Forgets the list: a squad may have been made anew under its name. */
    void forget() {
        kept.set(new Names(Map.of(), Instant.MIN));
    }

    private Uni<Names> read() {
        return panel.call(RemnawaveApi::squads)
                .map(answer -> names(answer.response()))
                .invoke(kept::set);
    }

    private Names names(SquadsJson squads) {
        return new Names(
                squads.internalSquads().stream()
                        .collect(
                                Collectors.toMap(
                                        UserJson.Squad::name,
                                        UserJson.Squad::uuid,
                                        (first, _) -> first)),
                clock.instant());
    }

    private static List<String> uuids(Names names, List<String> groups) {
        List<String> missing =
                groups.stream().filter(group -> !names.uuids().containsKey(group)).toList();
        if (!missing.isEmpty()) {
            throw new PanelRefused(
                    "the panel has no internal squad named %s; it has %s"
                            .formatted(missing, new TreeSet<>(names.uuids().keySet())));
        }
        return groups.stream().map(group -> names.uuids().getOrDefault(group, "")).toList();
    }
}
