package io.cybervpn.sandbox.proxmox;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.proxmox.ProxmoxMachines.Machine;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What answers from within a machine, where it has a guest agent. */
final class ProxmoxAgent {
    private ProxmoxAgent() {}

    private static void reach(Machine machine) {
        if (!machine.hasAgent()) {
            throw ProxmoxError.broke("QEMU guest agent is not running");
        }
    }

    /** The network cards; the loop is always among them. */
    static Answer cards(Machine machine) {
        reach(machine);
        return ProxmoxRoutes.data(
                new JsonObject()
                        .put(
                                "result",
                                new JsonArray()
                                        .add(card("lo", "127.0.0.1", "::1"))
                                        .add(
                                                card(
                                                        "eth0",
                                                        "fe80::be24:11ff:fe00:1",
                                                        "2001:db8::" + machine.vmid % 10_000,
                                                        address(machine)))));
    }

    /** What a network gives to a machine. */
    static String address(Machine machine) {
        return "192.0.2." + (1 + machine.vmid % 250);
    }

    private static JsonObject card(String name, String... addresses) {
        JsonArray all = new JsonArray();
        for (String address : addresses) {
            all.add(
                    new JsonObject()
                            .put("ip-address", address)
                            .put("ip-address-type", address.contains(":") ? "ipv6" : "ipv4")
                            .put("prefix", 24));
        }
        return new JsonObject().put("name", name).put("ip-addresses", all);
    }

    /** Sets it in the running system. */
    static Answer password(Machine machine, Map<String, String> wish) {
        reach(machine);
        String password = wish.getOrDefault("password", "");
        if (password.length() < 5 || !wish.containsKey("username")) {
            throw ProxmoxError.parameter("password", "value must be at least 5 characters long");
        }
        Map<String, String> passwords = new TreeMap<>(machine.passwords);
        passwords.put(wish.get("username"), password);
        machine.passwords = Map.copyOf(passwords);
        return ProxmoxRoutes.data(new JsonObject().put("result", new JsonObject()));
    }
}
