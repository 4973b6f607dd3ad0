package io.cybervpn.sandbox.proxmox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The machines of the cluster, templates among them. Safe to use from any thread. */
public final class ProxmoxMachines {
    /** A template that is always there: 2 cores, 2 GiB, a disk of 10 GiB. */
    public static final int TEMPLATE = 9_000;

    /** Nodes of the cluster. */
    public static final List<String> NODES = List.of("pve1", "pve2");

    /** The storages that clones may go to. */
    static final Set<String> STORAGES = Set.of("local-lvm", "ceph");

    private final Map<Integer, Machine> machines = new TreeMap<>();
    private final Set<String> down = new TreeSet<>();
    private boolean stale;

    ProxmoxMachines() {
        addTemplate();
    }

    static final class Machine {
        final int vmid;
        final String node;
        final JsonObject config;
        boolean running;
        Map<String, String> passwords = Map.of();
        String keys = "";

        Machine(int vmid, String node, JsonObject config) {
            this.vmid = vmid;
            this.node = node;
            this.config = config;
        }

        /** Cloud-init looks at what is set. */
        void boot() {
            running = true;
            String user = config.getString("ciuser", "debian");
            Optional.ofNullable(config.getString("cipassword"))
                    .ifPresent(password -> passwords = Map.of(user, password));
            keys = URLDecoder.decode(config.getString("sshkeys", ""), StandardCharsets.UTF_8);
        }

        /** Whether something in it answers the cluster. */
        boolean hasAgent() {
            return running && config.getString("agent", "0").startsWith("1");
        }

        boolean isTemplate() {
            return config.getInteger("template", 0) == 1;
        }

        Optional<String> lock() {
            return Optional.ofNullable(config.getString("lock"));
        }
    }

    private void addTemplate() {
        machines.put(
                TEMPLATE,
                new Machine(
                        TEMPLATE,
                        "pve1",
                        new JsonObject()
                                .put("name", "debian-12")
                                .put("template", 1)
                                .put("sockets", 1)
                                .put("cores", 2)
                                .put("memory", "2048")
                                .put("ostype", "l26")
                                .put("tags", "debian")
                                .put("boot", "order=scsi0;ide2;net0")
                                .put("net0", "virtio=BC:24:11:00:00:01,bridge=vmbr0")
                                .put("ide2", "local-lvm:vm-9000-cloudinit,media=cdrom")
                                .put("scsi0", "local-lvm:base-9000-disk-0,size=10G")));
    }

    synchronized Optional<Machine> find(int vmid) {
        return Optional.ofNullable(machines.get(vmid));
    }

    synchronized void put(Machine machine) {
        machines.put(machine.vmid, machine);
    }

    synchronized void drop(int vmid) {
        machines.remove(vmid);
    }

    synchronized int nextId() {
        int id = 100;
        while (machines.containsKey(id)) {
            id++;
        }
        return id;
    }

    synchronized boolean isDown(String node) {
        return down.contains(node);
    }

    /** What a list of the whole cluster says; a node's latest report may be some seconds old. */
    synchronized JsonArray resources() {
        JsonArray list = new JsonArray();
        machines.values().forEach(machine -> list.add(resource(machine)));
        return list;
    }

    private JsonObject resource(Machine machine) {
        JsonObject json =
                new JsonObject()
                        .put("id", "qemu/" + machine.vmid)
                        .put("type", "qemu")
                        .put("vmid", machine.vmid)
                        .put("node", machine.node)
                        .put("template", machine.isTemplate() ? 1 : 0);
        machine.lock().ifPresent(lock -> json.put("lock", lock));
        Optional.ofNullable(machine.config.getString("tags")).ifPresent(it -> json.put("tags", it));
        if (stale || down.contains(machine.node)) {
            return json.put("status", "unknown");
        }
        Optional.ofNullable(machine.config.getString("name")).ifPresent(it -> json.put("name", it));
        return json.put("status", machine.running ? "running" : "stopped");
    }

    /** The ids of all machines with this name, templates aside. */
    public synchronized List<Integer> named(String name) {
        return machines.values().stream()
                .filter(machine -> name.equals(machine.config.getString("name")))
                .map(machine -> machine.vmid)
                .toList();
    }

    /** The ids of all machines that are no templates. */
    public synchronized List<Integer> ids() {
        return machines.values().stream()
                .filter(machine -> !machine.isTemplate())
                .map(machine -> machine.vmid)
                .toList();
    }

    /** What a machine is set to. */
    public synchronized Optional<JsonObject> config(int vmid) {
        return find(vmid).map(machine -> machine.config.copy());
    }

    /** Whether a machine runs. */
    public synchronized boolean runs(int vmid) {
        return find(vmid).filter(machine -> machine.running).isPresent();
    }

    /** Whether somebody may log in to a running machine. */
    public synchronized boolean letsIn(int vmid, String user, String password) {
        return find(vmid)
                .filter(machine -> machine.running)
                .filter(machine -> password.equals(machine.passwords.get(user)))
                .isPresent();
    }

    /** The public keys that a running machine lets in, a line each. */
    public synchronized String keys(int vmid) {
        return find(vmid)
                .filter(machine -> machine.running)
                .map(machine -> machine.keys)
                .orElse("");
    }

    /** Switches a machine on or off, as by hand. */
    public synchronized void power(int vmid, boolean on) {
        find(vmid).ifPresent(machine -> machine.running = on);
    }

    /** Changes what a machine is set to, as by hand. */
    public synchronized void meddle(int vmid, String field, Object value) {
        find(vmid).ifPresent(machine -> machine.config.put(field, value));
    }

    /** Removes what a machine is set to, such as a lock that nobody holds any more. */
    public synchronized void unset(int vmid, String field) {
        find(vmid).ifPresent(machine -> machine.config.remove(field));
    }

    /** Removes a machine, as by hand. */
    public synchronized void remove(int vmid) {
        drop(vmid);
    }

    /** Puts somebody else's machine there. */
    public synchronized void addStranger(int vmid, String name) {
        put(
                new Machine(
                        vmid,
                        "pve2",
                        new JsonObject()
                                .put("name", name)
                                .put("cores", 1)
                                .put("memory", "512")
                                .put("scsi0", "local-lvm:vm-" + vmid + "-disk-0,size=4G")));
    }

    /** A node answers the others no more, or again. */
    public synchronized void nodeIsDown(String node, boolean isDown) {
        if (isDown) {
            down.add(node);
        } else {
            down.remove(node);
        }
    }

    /** Lists know neither names nor whether machines run, as before a node's first report. */
    public synchronized void listsAreStale(boolean areStale) {
        stale = areStale;
    }

    synchronized JsonArray json() {
        List<JsonObject> all = new ArrayList<>();
        machines.values()
                .forEach(
                        machine ->
                                all.add(
                                        new JsonObject()
                                                .put("vmid", machine.vmid)
                                                .put("node", machine.node)
                                                .put("running", machine.running)
                                                .put("config", machine.config.copy())));
        return new JsonArray(all);
    }

    synchronized void clear() {
        machines.clear();
        down.clear();
        stale = false;
        addTemplate();
    }
}
