package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every answer.
 *
 * @param data what was asked for; the UPID of a task where something was begun
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProxmoxAnswer(@Nullable JsonNode data) {
    JsonNode content() {
        return data == null ? MissingNode.getInstance() : data;
    }

    /** Leaves the content out: it may hold settings of customers. */
    @Override
    public String toString() {
        return "ProxmoxAnswer";
    }
}
