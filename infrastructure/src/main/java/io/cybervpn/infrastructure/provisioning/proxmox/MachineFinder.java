package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the machine of an access, wherever it is in the cluster. */
final class MachineFinder {
    private final ProxmoxClient client;
    private final MachineGroups groups;

    MachineFinder(ProxmoxClient client, MachineGroups groups) {
        this.client = client;
        this.groups = groups;
    }

    /**
     * What there is of an access.
     *
     * @param unfinished a machine with an id of his is being made, and does not say yet whose it is
     */
    record Found(Cluster cluster, Optional<Machine> machine, Optional<Machine> unfinished) {}

    Uni<Cluster> cluster() {
        return client.call((api, token) -> api.resources(token, "vm")).map(Cluster::read);
    }

    Uni<Found> find(AccessId access) {
        return cluster()
                .chain(
                        cluster ->
                                readAll(suspects(access, cluster))
                                        .map(all -> judge(access, cluster, all)));
    }

    /** Those with an id of his first; a list may not know the name of a new machine. */
    private List<Cluster.Item> suspects(AccessId access, Cluster cluster) {
        MachineName name = MachineName.of(access);
        List<Integer> ids = groups.idsOf(access);
        Stream<Cluster.Item> his =
                ids.stream()
                        .flatMap(id -> Optional.ofNullable(cluster.machines().get(id)).stream());
        Stream<Cluster.Item> called =
                cluster.machines().values().stream()
                        .filter(one -> one.isCalled(name) && !ids.contains(one.vmid()));
        return Stream.concat(his, called).filter(one -> !one.template()).toList();
    }

    private Uni<List<Machine>> readAll(List<Cluster.Item> items) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(one -> read(one.vmid(), one.node()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    /** As it is now; empty when it is not there any more. */
    Uni<Optional<Machine>> read(int vmid, String node) {
        return client.call((api, token) -> api.config(token, node, vmid))
                .chain(
                        config ->
                                client.call((api, token) -> api.status(token, node, vmid))
                                        .map(status -> machine(vmid, node, config, status)))
                .map(Optional::of)
                .onFailure(failure -> failure instanceof ProxmoxReply reply && reply.saysGone())
                .recoverWithItem(Optional.empty());
    }

    private static Machine machine(int vmid, String node, JsonNode config, JsonNode status) {
        return new Machine(vmid, node, config, status.path("status").asText("").equals("running"));
    }

    /**
     * One with an id of his is his; elsewhere, such as after a backup was played back under another
     * id, there must be a single one. Staff's copies of a machine do not count beside it.
     */
    private Found judge(AccessId access, Cluster cluster, List<Machine> suspects) {
        List<Integer> ids = groups.idsOf(access);
        List<Machine> his = suspects.stream().filter(one -> one.isOf(access)).toList();
        Optional<Machine> first = his.stream().filter(one -> ids.contains(one.vmid())).findFirst();
        if (first.isEmpty() && his.size() > 1) {
            throw new PanelRefused(
                    "there are several machines of this access: VM "
                            + his.stream().map(Machine::vmid).toList()
                            + "; rename all but one, and take our tag from them");
        }
        return new Found(
                cluster,
                first.or(() -> his.stream().findFirst()),
                suspects.stream().filter(Machine::isUnfinished).findFirst());
    }
}
