package io.cybervpn.sandbox.proxmox;

import io.cybervpn.sandbox.proxmox.ProxmoxMachines.Machine;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A copy of a template that is asked for. */
final class ProxmoxClone {
    private static final Set<String> OF_CLONES =
            Set.of("newid", "name", "description", "full", "storage", "pool", "target");

    private ProxmoxClone() {}

    /** Whether the cluster would take it. */
    static void check(Map<String, String> wish) {
        wish.keySet().stream()
                .filter(name -> !OF_CLONES.contains(name))
                .findFirst()
                .ifPresent(name -> ProxmoxConfig.check(name, ""));
        Optional.ofNullable(wish.get("name")).ifPresent(it -> ProxmoxConfig.check("name", it));
        if (!wish.getOrDefault("newid", "").matches("[1-9]\\d{2,8}")) {
            throw ProxmoxError.parameter("newid", "value must be an id from 100 to 999999999");
        }
        Optional<String> storage = Optional.ofNullable(wish.get("storage"));
        if (storage.isPresent() && !"1".equals(wish.get("full"))) {
            throw ProxmoxError.broke("parameter 'storage' not allowed for linked clones");
        }
        if (storage.filter(it -> !ProxmoxMachines.STORAGES.contains(it)).isPresent()) {
            throw ProxmoxError.broke("storage '" + storage.get() + "' does not exist");
        }
    }

    /** What the copy is set to. */
    static JsonObject copy(Machine template, int vmid, Map<String, String> wish) {
        JsonObject copied = template.config.copy();
        copied.remove("template");
        copied.put("name", wish.getOrDefault("name", "Copy-of-VM-" + template.vmid));
        Optional.ofNullable(wish.get("description")).ifPresent(it -> copied.put("description", it));
        String disk = copied.getString("scsi0", "");
        copied.put(
                "scsi0",
                wish.getOrDefault("storage", "local-lvm")
                        + ":vm-%d-disk-0,%s"
                                .formatted(vmid, disk.substring(disk.indexOf("size="))));
        return copied;
    }
}
