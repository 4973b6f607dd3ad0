package io.cybervpn.sandbox.proxmox;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Refused;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** How the cluster says no. */
final class ProxmoxError {
    private ProxmoxError() {}

    /** A call that broke off, as most refusals are told. */
    static Refused broke(String message) {
        return new Refused(said(500, message, Map.of()));
    }

    /** A parameter that is not as the schema has it. */
    static Refused parameter(String name, String message) {
        return new Refused(said(400, "Parameter verification failed.", Map.of(name, message)));
    }

    /** The node that should do it does not answer the one that was asked. */
    static Refused noRoute() {
        return new Refused(said(595, "No route to host", Map.of()));
    }

    static Answer said(int status, String message, Map<String, String> errors) {
        JsonObject body = new JsonObject().putNull("data").put("message", message + "\n");
        if (!errors.isEmpty()) {
            body.put("errors", new JsonObject(Map.copyOf(errors)));
        }
        return Answer.json(status, body);
    }
}
