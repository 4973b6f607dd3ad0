package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tasks that this instance began and did not see the end of. That they are forgotten, by a restart
 * or on another instance, costs the text of a failure and nothing else: what comes next is told by
 * the machine.
 */
final class ProxmoxTasks {
    private static final int KNOWN_MAX = 10_000;
    private static final int NODE = 1;
    private static final int TYPE = 5;
    private static final int PARTS_MIN = 7;

    private final ProxmoxClient client;
    private final Map<AccessId, Task> known = new ConcurrentHashMap<>();

    ProxmoxTasks(ProxmoxClient client) {
        this.client = client;
    }

    private record Task(String upid, String node, String type) {
        private static Optional<Task> read(String upid) {
            String[] parts = upid.split(":", -1);
            return upid.startsWith("UPID:") && parts.length >= PARTS_MIN
                    ? Optional.of(new Task(upid, parts[NODE], parts[TYPE]))
                    : Optional.empty();
        }

        /** Copies of disks take minutes, all else seconds. */
        private Duration askAfter() {
            return Duration.ofSeconds(type.equals("qmclone") ? 10 : 3);
        }

        private String told() {
            return type + " on " + node;
        }
    }

    /** Notes what was begun; an answer that names no task was done at once. */
    Uni<Void> follow(AccessId access, JsonNode answer) {
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        Task.read(answer.asText("")).ifPresent(task -> known.put(access, task));
        return settled(access);
    }

    /**
     * Nothing is under way. Fails with {@link PanelBusy} while something is, and once with {@link
     * PanelUnavailable} when it has failed.
     */
    Uni<Void> settled(AccessId access) {
        return Optional.ofNullable(known.get(access))
                .map(task -> settled(access, task))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> settled(AccessId access, Task task) {
        return client.call((api, token) -> api.task(token, task.node(), task.upid()))
                .onFailure(ProxmoxTasks::isForgotten)
                .recoverWithItem(MissingNode.getInstance())
                .invoke(status -> judge(access, task, status))
                .replaceWithVoid();
    }

    /** Nodes keep what they did for some time only. */
    private static boolean isForgotten(Throwable failure) {
        return failure instanceof ProxmoxReply no && !no.isOutage() && !no.isOfOneNode();
    }

    private void judge(AccessId access, Task task, JsonNode status) {
        if (status.path("status").asText("").equals("running")) {
            throw new PanelBusy(task.told(), task.askAfter());
        }
        known.remove(access, task);
        String exit = status.path("exitstatus").asText("");
        if (!status.isMissingNode() && !exit.equals("OK") && !exit.startsWith("WARNINGS")) {
            throw new PanelUnavailable(task.told() + " failed: " + exit);
        }
    }
}
