package io.cybervpn.sandbox.proxmox;

import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The cluster: its server, and what tests may reach directly. It pushes nothing. */
public final class Proxmox implements AutoCloseable {
    /** Whose token it is. */
    public static final String USER = "shop@pve";

    /** The one that is accepted; no secret, nothing but the sandbox accepts it. */
    public static final String TOKEN = USER + "!cybervpn=0b8f3d1e-5a1c-4f0e-9d55-5e6f7a8b9c0d";

    private final Faults faults = new Faults();
    private final SandboxClock clock = new SandboxClock();
    private final ProxmoxMachines machines = new ProxmoxMachines();
    private final ProxmoxTasks tasks = new ProxmoxTasks(clock, USER + "!cybervpn");
    private final Webhooks webhooks;
    private final SandboxServer server;
    private final URI url;

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     */
    public Proxmox(Vertx vertx, int port) {
        this.webhooks = new Webhooks(vertx, faults, "", List.of());
        this.server =
                new SandboxServer(
                        vertx,
                        new StateLock(),
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> ProxmoxError.said(400, "malformed JSON", Map.of()),
                                call -> Answer.empty(500)));
        control(
                new Control(
                        server,
                        new Control.World(
                                "Proxmox VE 8.4",
                                faults,
                                webhooks,
                                clock,
                                this::state,
                                this::reset)));
        new ProxmoxRoutes(server, machines, tasks, TOKEN).add();
        server.otherwise(
                call ->
                        ProxmoxError.said(
                                501, "Method '" + call.path() + "' not implemented", Map.of()));
        this.url = server.listen(port);
    }

    private void control(Control control) {
        control.on(
                POST,
                "/_sandbox/nodes/:node",
                "{down} a node answers the others no more, or again",
                call -> {
                    machines.nodeIsDown(
                            call.param("node"), call.bodyOrEmpty().getBoolean("down", true));
                    return Answer.empty(204);
                });
        control.on(
                POST,
                "/_sandbox/tasks/:type",
                "{seconds} or {hang: true} or {exitstatus} for qmclone, qmstart, qmshutdown, …",
                this::tasks);
        control.on(
                POST,
                "/_sandbox/machines/:vmid",
                "{power} or {field, value}: a change by hand",
                this::meddle);
    }

    private Answer tasks(Call call) {
        JsonObject wish = call.bodyOrEmpty();
        String type = call.param("type");
        if (wish.getBoolean("hang", false)) {
            tasks.hang(type);
        } else if (wish.containsKey("exitstatus")) {
            tasks.failNext(type, wish.getString("exitstatus"));
        } else {
            tasks.take(type, Duration.ofSeconds(wish.getLong("seconds", 0L)));
        }
        return Answer.empty(204);
    }

    private Answer meddle(Call call) {
        int vmid = Integer.parseInt(call.param("vmid"));
        JsonObject wish = call.bodyOrEmpty();
        if (wish.containsKey("power")) {
            machines.power(vmid, wish.getBoolean("power"));
        } else {
            machines.meddle(vmid, wish.getString("field", "description"), wish.getValue("value"));
        }
        return Answer.empty(204);
    }

    private JsonObject state() {
        tasks.settle();
        return new JsonObject().put("machines", machines.json()).put("tasks", tasks.json());
    }

    private void reset() {
        machines.clear();
        tasks.clear();
    }

    /** {@code http://127.0.0.1:port}; the API is under /api2/json. */
    public URI url() {
        return url;
    }

    /** What is there. */
    public ProxmoxMachines machines() {
        return machines;
    }

    /** What it does in its own time. */
    public ProxmoxTasks tasks() {
        return tasks;
    }

    /** The time by which its tasks end. */
    public SandboxClock clock() {
        return clock;
    }

    /** Ends the tasks whose time is over, as the next call would. */
    public void settle() {
        tasks.settle();
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
