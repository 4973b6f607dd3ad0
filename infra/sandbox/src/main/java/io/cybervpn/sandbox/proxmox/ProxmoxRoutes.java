package io.cybervpn.sandbox.proxmox;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.proxmox.ProxmoxMachines.Machine;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operations, under {@code /api2/json}. */
final class ProxmoxRoutes {
    private static final String API = "/api2/json";
    private static final String MACHINE = API + "/nodes/:node/qemu/:vmid";

    private final SandboxServer server;
    private final ProxmoxMachines machines;
    private final ProxmoxTasks tasks;
    private final String authorization;

    ProxmoxRoutes(
            SandboxServer server, ProxmoxMachines machines, ProxmoxTasks tasks, String token) {
        this.server = server;
        this.machines = machines;
        this.tasks = tasks;
        this.authorization = "PVEAPIToken=" + token;
    }

    void add() {
        on(GET, API + "/version", _ -> data(version()));
        on(GET, API + "/nodes", _ -> data(nodes()));
        on(GET, API + "/cluster/resources", this::resources);
        on(GET, API + "/cluster/nextid", this::nextId);
        on(GET, API + "/nodes/:node/tasks/:upid/status", this::task);
        on(GET, MACHINE + "/config", call -> data(shown(machine(call))));
        on(POST, MACHINE + "/config", this::configureLater);
        on(PUT, MACHINE + "/config", this::configure);
        on(PUT, MACHINE + "/resize", this::resize);
        on(POST, MACHINE + "/clone", this::cloneIt);
        on(GET, MACHINE + "/status/current", this::status);
        on(POST, MACHINE + "/status/start", this::start);
        on(POST, MACHINE + "/status/stop", call -> stop(call, "qmstop"));
        on(POST, MACHINE + "/status/shutdown", call -> stop(call, "qmshutdown"));
        on(POST, MACHINE + "/status/reboot", this::reboot);
        on(DELETE, MACHINE, this::destroy);
        on(
                GET,
                MACHINE + "/agent/network-get-interfaces",
                call -> ProxmoxAgent.cards(machine(call)));
        on(
                POST,
                MACHINE + "/agent/set-user-password",
                call -> ProxmoxAgent.password(machine(call), fields(call)));
    }

    private void on(HttpMethod method, String path, Endpoint endpoint) {
        server.on(
                method,
                path,
                call -> {
                    if (!call.header("Authorization").equals(Optional.of(authorization))) {
                        return ProxmoxError.said(401, "No ticket", Map.of());
                    }
                    tasks.settle();
                    return endpoint.answer(call);
                });
    }

    static Answer data(@Nullable Object content) {
        return Answer.json(200, new JsonObject().put("data", content));
    }

    private static JsonObject version() {
        return new JsonObject()
                .put("version", "8.4.1")
                .put("release", "8.4")
                .put("repoid", "5b08ebc2823dd9cb");
    }

    private JsonArray nodes() {
        JsonArray all = new JsonArray();
        ProxmoxMachines.NODES.forEach(
                node ->
                        all.add(
                                new JsonObject()
                                        .put("id", "node/" + node)
                                        .put("type", "node")
                                        .put("node", node)
                                        .put(
                                                "status",
                                                machines.isDown(node) ? "offline" : "online")));
        return all;
    }

    private Answer resources(Call call) {
        return data(
                call.query("type").filter("vm"::equals).isPresent()
                        ? machines.resources()
                        : machines.resources().addAll(nodes()));
    }

    private Answer nextId(Call call) {
        Optional<Integer> asked = call.query("vmid").map(Integer::valueOf);
        if (asked.flatMap(machines::find).isPresent()) {
            throw ProxmoxError.parameter("vmid", "VM " + asked.get() + " already exists");
        }
        return data(String.valueOf(asked.orElseGet(machines::nextId)));
    }

    private Answer task(Call call) {
        reach(call.param("node"));
        return tasks.find(call.param("upid"))
                .map(ProxmoxRoutes::data)
                .orElseThrow(() -> ProxmoxError.parameter("upid", "no such task"));
    }

    private void reach(String node) {
        if (!ProxmoxMachines.NODES.contains(node)) {
            throw ProxmoxError.broke("hostname lookup '" + node + "' failed");
        }
        if (machines.isDown(node)) {
            throw ProxmoxError.noRoute();
        }
    }

    private Machine machine(Call call) {
        String node = call.param("node");
        reach(node);
        int vmid = Integer.parseInt(call.param("vmid"));
        return machines.find(vmid)
                .filter(machine -> machine.node.equals(node))
                .orElseThrow(
                        () ->
                                ProxmoxError.broke(
                                        "Configuration file 'nodes/%s/qemu-server/%d.conf' does"
                                                        .formatted(node, vmid)
                                                + " not exist"));
    }

    private Machine unlocked(Call call) {
        Machine machine = machine(call);
        machine.lock()
                .ifPresent(
                        lock -> {
                            throw ProxmoxError.broke("VM is locked (" + lock + ")");
                        });
        return machine;
    }

    /** A form, or JSON, and the query. */
    private static Map<String, String> fields(Call call) {
        Map<String, String> fields = new TreeMap<>(call.fields());
        if (call.header("Content-Type").filter(type -> type.contains("json")).isPresent()) {
            call.bodyOrEmpty().forEach(one -> fields.put(one.getKey(), "" + one.getValue()));
        }
        return fields;
    }

    private Answer configure(Call call) {
        ProxmoxConfig.set(unlocked(call).config, fields(call));
        return data(null);
    }

    /** Notes are kept as lines, so there is a line feed at their end. */
    private static JsonObject shown(Machine machine) {
        JsonObject config = machine.config.copy();
        String notes = config.getString("description", "");
        if (config.containsKey("cipassword")) {
            config.put("cipassword", "**********");
        }
        return notes.isEmpty() ? config : config.put("description", notes.stripTrailing() + "\n");
    }

    private Answer configureLater(Call call) {
        Machine machine = unlocked(call);
        Map<String, String> wish = fields(call);
        wish.forEach(ProxmoxConfig::check);
        return begin(machine, "qmconfig", () -> ProxmoxConfig.set(machine.config, wish));
    }

    private Answer resize(Call call) {
        Machine machine = unlocked(call);
        Map<String, String> wish = fields(call);
        String disk = wish.getOrDefault("disk", "");
        String size = wish.getOrDefault("size", "");
        ProxmoxConfig.resize(machine.config.copy(), disk, size);
        return begin(machine, "resize", () -> ProxmoxConfig.resize(machine.config, disk, size));
    }

    private Answer status(Call call) {
        Machine machine = machine(call);
        JsonObject json =
                new JsonObject()
                        .put("vmid", machine.vmid)
                        .put("status", machine.running ? "running" : "stopped")
                        .put("qmpstatus", machine.running ? "running" : "stopped");
        Optional.ofNullable(machine.config.getString("name")).ifPresent(it -> json.put("name", it));
        machine.lock().ifPresent(lock -> json.put("lock", lock));
        return data(json);
    }

    /** Until the disks are copied a machine has a lock and nothing else, not even its name. */
    private Answer cloneIt(Call call) {
        Machine template = unlocked(call);
        Map<String, String> wish = fields(call);
        ProxmoxClone.check(wish);
        int vmid = Integer.parseInt(wish.getOrDefault("newid", ""));
        if (machines.find(vmid).isPresent()) {
            throw ProxmoxError.broke(
                    "unable to create VM " + vmid + ": config file already exists");
        }
        String node = wish.getOrDefault("target", template.node);
        JsonObject copied = ProxmoxClone.copy(template, vmid, wish);
        machines.put(new Machine(vmid, node, new JsonObject().put("lock", "clone")));
        return data(
                tasks.begin(
                        template.node,
                        "qmclone",
                        template.vmid,
                        new ProxmoxTasks.Work(
                                () -> machines.put(new Machine(vmid, node, copied)),
                                () -> machines.drop(vmid))));
    }

    private Answer start(Call call) {
        Machine machine = unlocked(call);
        if (machine.isTemplate()) {
            throw ProxmoxError.broke("you can't start a vm if it's a template");
        }
        return machine.running
                ? data(tasks.begin(machine.node, "qmstart", machine.vmid, alreadyRunning()))
                : begin(machine, "qmstart", machine::boot);
    }

    private Answer reboot(Call call) {
        Machine machine = unlocked(call);
        if (!machine.running) {
            throw ProxmoxError.broke("VM " + machine.vmid + " not running");
        }
        return begin(machine, "qmreboot", machine::boot);
    }

    private ProxmoxTasks.Work alreadyRunning() {
        tasks.failNext("qmstart", "VM already running");
        return ProxmoxTasks.Work.of(() -> {});
    }

    private Answer stop(Call call, String type) {
        Machine machine = machine(call);
        return begin(machine, type, () -> machine.running = false);
    }

    private Answer destroy(Call call) {
        Machine machine = unlocked(call);
        if (machine.config.getInteger("protection", 0) == 1) {
            throw ProxmoxError.broke(
                    "can't remove VM " + machine.vmid + " - protection mode enabled");
        }
        if (machine.running) {
            throw ProxmoxError.broke("VM " + machine.vmid + " is running - destroy failed");
        }
        return begin(machine, "qmdestroy", () -> machines.drop(machine.vmid));
    }

    private Answer begin(Machine machine, String type, Runnable ends) {
        return data(tasks.begin(machine.node, type, machine.vmid, ProxmoxTasks.Work.of(ends)));
    }
}
