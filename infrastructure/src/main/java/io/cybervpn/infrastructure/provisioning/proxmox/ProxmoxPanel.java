package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proxmox VE. What takes time there is a task, and a call of ours ends with {@link PanelBusy} until
 * it is done.
 *
 * <p>A machine is never made twice. A new machine has no name while its disks are copied, so a name
 * cannot tell that it was asked for; the next free id, as the cluster tells it, is reserved for
 * nobody. So the id follows from the access ({@link MachineIds}): a second copy, after a lost
 * answer or from another instance, asks for the same id and is refused.
 */
class ProxmoxPanel implements VpnPanel {
    /** More than any machine needs; each is a change or a task that was done at once. */
    private static final int STEPS_MAX = 12;

    private static final Duration LOCK_WAIT = Duration.ofSeconds(10);
    private static final int SHUTDOWN_SECONDS = 60;

    private final ProxmoxClient client;
    private final MachineFinder finder;
    private final MachineGroups groups;
    private final ProxmoxTasks tasks;
    private final PanelId id;
    private final Clock clock;

    ProxmoxPanel(ProxmoxClient client, MachineGroups groups, PanelId id, Clock clock) {
        this.client = client;
        this.groups = groups;
        this.finder = new MachineFinder(client, groups);
        this.tasks = new ProxmoxTasks(client);
        this.id = id;
        this.clock = clock;
    }

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        return tasks.settled(access)
                .chain(() -> finder.find(access))
                .chain(found -> present(access, spec, found))
                .chain(machine -> onward(plan(access, spec), machine, STEPS_MAX))
                .map(machine -> user(machine.vmid()))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private MachinePlan plan(AccessId access, AccessSpec spec) {
        boolean on = spec.usableAt(clock.instant());
        List<String> names = spec.entitlement().serverGroups();
        return new MachinePlan(
                access,
                spec,
                on,
                on ? groups.disk(names) : groups.knownDisk(names),
                groups.user(names));
    }

    private Uni<Machine> present(AccessId access, AccessSpec spec, MachineFinder.Found found) {
        return found.machine()
                .map(machine -> Uni.createFrom().item(machine))
                .orElseGet(() -> make(access, spec, found));
    }

    private Uni<Machine> make(AccessId access, AccessSpec spec, MachineFinder.Found found) {
        found.unfinished().ifPresent(ProxmoxPanel::await);
        MachineGroups.Making making = groups.making(spec.entitlement().serverGroups());
        Cluster.Item template =
                found.cluster()
                        .template(making.template())
                        .orElseThrow(
                                () ->
                                        new PanelRefused(
                                                "there is no template " + making.template()));
        int vmid = free(access, making, found.cluster());
        String form = ProxmoxClient.form(copy(access, spec, vmid, making));
        return client.call((api, token) -> api.copy(token, template.node(), template.vmid(), form))
                .onFailure(ProxmoxPanel::isTaken)
                .transform(_ -> new PanelBusy("the id " + vmid + " is taken", LOCK_WAIT))
                .chain(answer -> tasks.follow(access, answer))
                .chain(() -> finder.read(vmid, making.node().orElse(template.node())))
                .map(
                        made ->
                                made.orElseThrow(
                                        () -> new PanelUnavailable("VM " + vmid + " is gone")));
    }

    private static void await(Machine machine) {
        throw new PanelBusy(
                "VM %d on %s is being made".formatted(machine.vmid(), machine.node()), LOCK_WAIT);
    }

    /** By somebody who asked at the same time, or by a machine that our token must not see. */
    private static boolean isTaken(Throwable failure) {
        return failure instanceof ProxmoxReply reply && reply.saysTaken();
    }

    private static int free(AccessId access, MachineGroups.Making making, Cluster cluster) {
        return making.ids().of(access).stream()
                .filter(vmid -> !cluster.machines().containsKey(vmid))
                .findFirst()
                .orElseThrow(() -> new PanelRefused("the ids are used up: " + making.ids()));
    }

    private static Map<String, String> copy(
            AccessId access, AccessSpec spec, int vmid, MachineGroups.Making making) {
        Map<String, String> fields = new HashMap<>();
        fields.put("newid", String.valueOf(vmid));
        fields.put("name", MachineName.of(access).text());
        fields.put("description", MachineNote.of(access, spec, false).onto(""));
        fields.put("full", making.linked() ? "0" : "1");
        making.node().ifPresent(node -> fields.put("target", node));
        making.pool().ifPresent(pool -> fields.put("pool", pool));
        making.storage()
                .filter(_ -> !making.linked())
                .ifPresent(storage -> fields.put("storage", storage));
        return fields;
    }

    private Uni<Machine> onward(MachinePlan plan, Machine machine, int stepsLeft) {
        if (stepsLeft == 0) {
            throw new PanelUnavailable("VM " + machine.vmid() + " keeps other settings than ours");
        }
        Step step = plan.next(machine);
        return step instanceof Step.Done
                ? Uni.createFrom().item(machine)
                : take(step, machine)
                        .chain(answer -> tasks.follow(plan.access(), answer))
                        .chain(() -> finder.read(machine.vmid(), machine.node()))
                        .map(read -> read.orElseThrow(() -> new PanelUnavailable("it is gone")))
                        .chain(now -> onward(plan, now, stepsLeft - 1));
    }

    private Uni<JsonNode> take(Step step, Machine it) {
        return switch (step) {
            case Step.Configure(var settings) -> configure(it, ProxmoxClient.form(settings));
            case Step.Grow(var disk, var mib) ->
                    resize(it, ProxmoxClient.form(Map.of("disk", disk, "size", mib + "M")));
            case Step.Start() ->
                    client.call((api, token) -> api.start(token, it.node(), it.vmid()));
            case Step.Shutdown() -> shutdown(it);
            case Step.Await(var what) -> throw new PanelBusy(what, LOCK_WAIT);
            case Step.Done() -> throw new IllegalStateException("nothing is left to do");
        };
    }

    private Uni<JsonNode> configure(Machine it, String form) {
        return client.call((api, token) -> api.configure(token, it.node(), it.vmid(), form));
    }

    private Uni<JsonNode> resize(Machine it, String form) {
        return client.call((api, token) -> api.resize(token, it.node(), it.vmid(), form));
    }

    private Uni<JsonNode> shutdown(Machine it) {
        String form =
                ProxmoxClient.form(
                        Map.of("timeout", String.valueOf(SHUTDOWN_SECONDS), "forceStop", "1"));
        return client.call((api, token) -> api.shutdown(token, it.node(), it.vmid(), form));
    }

    private PanelUser user(int vmid) {
        String ref = String.valueOf(vmid);
        return new PanelUser(id, ref, ref, client.pageOf(vmid), 0);
    }

    @Override
    public Uni<Void> remove(AccessId access) {
        return tasks.settled(access)
                .chain(() -> finder.find(access))
                .chain(found -> removed(access, found))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Uni<Void> removed(AccessId access, MachineFinder.Found found) {
        found.unfinished().ifPresent(ProxmoxPanel::await);
        return found.machine()
                .map(machine -> destroyed(access, machine))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> destroyed(AccessId access, Machine it) {
        Uni<Void> stopped =
                it.running()
                        ? client.call((api, token) -> api.stop(token, it.node(), it.vmid()))
                                .chain(answer -> tasks.follow(access, answer))
                        : Uni.createFrom().voidItem();
        return stopped.chain(
                        () ->
                                client.call(
                                        (api, token) ->
                                                api.destroy(token, it.node(), it.vmid(), 1, 1)))
                .chain(answer -> tasks.follow(access, answer));
    }

    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        return new MachineList(finder, groups, this::user)
                .page(cursor, size)
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    /** It offers those groups whose template is there, on a node that is. */
    @Override
    public Uni<Check> check() {
        return client.call(ProxmoxApi::version)
                .chain(
                        version ->
                                client.call(ProxmoxApi::nodes)
                                        .chain(
                                                nodes ->
                                                        finder.cluster()
                                                                .map(
                                                                        it ->
                                                                                check(
                                                                                        version,
                                                                                        nodes,
                                                                                        it))))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Check check(JsonNode version, JsonNode nodes, Cluster cluster) {
        return new Check(
                version.path("version").asText(""),
                groups.names().stream().filter(name -> offers(name, nodes, cluster)).toList());
    }

    private boolean offers(String group, JsonNode nodes, Cluster cluster) {
        return groups.template(group)
                .map(
                        vmid ->
                                cluster.template(vmid)
                                        .filter(it -> isUp(it.node(), nodes))
                                        .isPresent())
                .orElse(true);
    }

    private static boolean isUp(String name, JsonNode nodes) {
        for (JsonNode node : nodes) {
            if (node.path("node").asText("").equals(name)) {
                return node.path("status").asText("").equals("online");
            }
        }
        return false;
    }
}
