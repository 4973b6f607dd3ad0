package io.cybervpn.infrastructure.provisioning.proxmox;

import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * All machines of ours, in the order of their ids. The cluster's list says neither how they are set
 * nor what was noted of them, so each is read; a page costs two calls for each of its machines.
 */
final class MachineList {
    private final MachineFinder finder;
    private final MachineGroups groups;
    private final IntFunction<PanelUser> told;

    MachineList(MachineFinder finder, MachineGroups groups, IntFunction<PanelUser> told) {
        this.finder = finder;
        this.groups = groups;
        this.told = told;
    }

    Uni<VpnPanel.Page> page(Optional<String> cursor, int size) {
        int after = cursor.map(Integer::parseInt).orElse(0);
        return finder.cluster()
                .map(cluster -> ours(cluster, after))
                .chain(
                        items ->
                                entries(items.subList(0, Math.min(size, items.size())))
                                        .map(
                                                entries ->
                                                        new VpnPanel.Page(
                                                                entries, next(items, size))));
    }

    private static Optional<String> next(List<Cluster.Item> items, int size) {
        return items.size() > size
                ? Optional.of(String.valueOf(items.get(size - 1).vmid()))
                : Optional.empty();
    }

    /** One for each access: of several the one with an id of his, as for a single one. */
    private List<Cluster.Item> ours(Cluster cluster, int after) {
        Map<AccessId, List<Cluster.Item>> byAccess =
                cluster.machines().values().stream()
                        .filter(one -> !one.template() && one.access().isPresent())
                        .collect(Collectors.groupingBy(one -> one.access().orElseThrow()));
        Map<Integer, Cluster.Item> chosen = new TreeMap<>();
        byAccess.forEach(
                (access, his) -> {
                    Cluster.Item one = choose(groups.idsOf(access), his);
                    chosen.put(one.vmid(), one);
                });
        return chosen.values().stream().filter(one -> one.vmid() > after).toList();
    }

    private static Cluster.Item choose(List<Integer> ids, List<Cluster.Item> his) {
        return his.stream()
                .filter(one -> ids.contains(one.vmid()))
                .findFirst()
                .orElseGet(his::getFirst);
    }

    private Uni<List<VpnPanel.Entry>> entries(List<Cluster.Item> items) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                finder.read(one.vmid(), one.node())
                                        .map(read -> read.map(it -> entry(one, it))))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private VpnPanel.Entry entry(Cluster.Item item, Machine machine) {
        return new VpnPanel.Entry(
                item.access().orElseThrow(),
                machine.state(disk(machine)),
                told.apply(machine.vmid()));
    }

    private Optional<String> disk(Machine machine) {
        return machine.note().flatMap(note -> groups.knownDisk(note.groups()));
    }
}
