package io.cybervpn.sandbox.proxmox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.http.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cluster as a plain client of its API sees it. */
class ProxmoxTest {
    private static final String API = "/api2/json";
    private static final String FIRST = API + "/nodes/pve1/qemu/100";

    private final Vertx vertx = Vertx.vertx();
    private final Proxmox proxmox = new Proxmox(vertx, 0);

    @AfterEach
    void stop() {
        proxmox.close();
        assertThat(vertx.close().toCompletionStage().toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(20));
    }

    private Http.Reply send(String method, String path, String form) {
        return Http.bare(proxmox.url())
                .with("Authorization", "PVEAPIToken=" + Proxmox.TOKEN)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(method, path, Optional.of(form));
    }

    private Http.Reply cloned(String form) {
        return send("POST", API + "/nodes/pve1/qemu/9000/clone", form);
    }

    private JsonObject config() {
        return send("GET", FIRST + "/config", "").json().getJsonObject("data");
    }

    private JsonObject task(String upid) {
        return send("GET", API + "/nodes/pve1/tasks/" + upid + "/status", "")
                .json()
                .getJsonObject("data");
    }

    @Test
    void strangers_are_told_nothing() {
        assertThat(Http.bare(proxmox.url()).get(API + "/version").status()).isEqualTo(401);
        assertThat(
                        send("GET", API + "/version", "")
                                .json()
                                .getJsonObject("data")
                                .getString("version"))
                .startsWith("8.");
    }

    @Test
    void a_machine_that_is_being_cloned_is_locked_and_has_no_name_yet() {
        proxmox.tasks().take("qmclone", Duration.ofSeconds(30));
        String upid = cloned("newid=100&name=vps-1&full=1&storage=ceph").json().getString("data");

        assertThat(upid).startsWith("UPID:pve1:").contains(":qmclone:9000:shop@pve!cybervpn:");
        assertThat(task(upid).getString("status")).isEqualTo("running");
        assertThat(config()).isEqualTo(new JsonObject().put("lock", "clone"));
        Http.Reply early = send("PUT", FIRST + "/config", "cores=4");
        assertThat(early.status()).isEqualTo(500);
        assertThat(early.json().getString("message")).isEqualTo("VM is locked (clone)\n");

        proxmox.clock().advance(Duration.ofSeconds(31));
        assertThat(task(upid).getString("status")).isEqualTo("stopped");
        assertThat(task(upid).getString("exitstatus")).isEqualTo("OK");
        assertThat(config().getString("name")).isEqualTo("vps-1");
        assertThat(config().getString("scsi0")).isEqualTo("ceph:vm-100-disk-0,size=10G");
        assertThat(config().containsKey("template")).isFalse();
    }

    @Test
    void an_id_is_given_once_and_nextid_reserves_nothing() {
        String next = send("GET", API + "/cluster/nextid", "").json().getString("data");
        assertThat(send("GET", API + "/cluster/nextid", "").json().getString("data"))
                .isEqualTo(next)
                .isEqualTo("100");
        assertThat(cloned("newid=100&name=a").status()).isEqualTo(200);

        Http.Reply second = cloned("newid=100&name=b");

        assertThat(second.status()).isEqualTo(500);
        assertThat(second.json().getString("message"))
                .isEqualTo("unable to create VM 100: config file already exists\n");
        assertThat(send("GET", API + "/cluster/nextid?vmid=100", "").status()).isEqualTo(400);
    }

    @Test
    void a_clone_that_fails_leaves_nothing_and_one_that_hangs_a_lock() {
        proxmox.tasks().failNext("qmclone", "clone failed: no space left on device");
        String upid = cloned("newid=100&name=a").json().getString("data");
        assertThat(task(upid).getString("exitstatus")).contains("no space left");
        assertThat(send("GET", FIRST + "/config", "").status()).isEqualTo(500);

        proxmox.tasks().hang("qmclone");
        String stuck = cloned("newid=100&name=a").json().getString("data");
        proxmox.clock().advance(Duration.ofDays(400));
        assertThat(task(stuck).getString("status")).isEqualTo("running");
        assertThat(config().getString("lock")).isEqualTo("clone");
    }

    @Test
    void settings_are_checked_and_a_disk_grows_and_never_shrinks() {
        assertThat(cloned("newid=100&name=a").status()).isEqualTo(200);

        Http.Reply wrong = send("PUT", FIRST + "/config", "name=with_underscore&cores=4");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().getJsonObject("errors").containsKey("name")).isTrue();
        assertThat(config().getInteger("cores")).isEqualTo(2);
        assertThat(send("PUT", FIRST + "/config", "colour=red").status()).isEqualTo(400);
        assertThat(send("PUT", FIRST + "/config", "cores=4&cpulimit=3.5&memory=4096").status())
                .isEqualTo(200);
        assertThat(config().getInteger("cores")).isEqualTo(4);

        assertThat(send("PUT", FIRST + "/resize", "disk=scsi0&size=20480M").status())
                .isEqualTo(200);
        assertThat(config().getString("scsi0")).endsWith("size=20G");
        assertThat(
                        send("PUT", FIRST + "/resize", "disk=scsi0&size=10G")
                                .json()
                                .getString("message"))
                .contains("shrinking disks is not supported");
        assertThat(send("PUT", FIRST + "/resize", "disk=ide2&size=90G").status()).isEqualTo(500);
    }

    @Test
    void a_machine_starts_stops_and_is_destroyed_only_when_it_is_off() {
        assertThat(cloned("newid=100&name=a").status()).isEqualTo(200);
        assertThat(send("POST", FIRST + "/status/start", "").status()).isEqualTo(200);
        assertThat(proxmox.machines().runs(100)).isTrue();
        String again = send("POST", FIRST + "/status/start", "").json().getString("data");
        assertThat(task(again).getString("exitstatus")).contains("already running");

        assertThat(send("DELETE", FIRST + "?purge=1", "").status()).isEqualTo(500);
        assertThat(send("POST", FIRST + "/status/shutdown", "forceStop=1").status()).isEqualTo(200);
        proxmox.machines().meddle(100, "protection", 1);
        assertThat(send("DELETE", FIRST + "?purge=1", "").json().getString("message"))
                .contains("protection mode enabled");
        proxmox.machines().unset(100, "protection");
        assertThat(send("DELETE", FIRST + "?purge=1", "").status()).isEqualTo(200);
        assertThat(proxmox.machines().ids()).isEmpty();
    }

    @Test
    void a_node_that_is_down_is_still_in_the_list_and_does_nothing() {
        proxmox.machines().addStranger(200, "somebody");
        proxmox.machines().nodeIsDown("pve2", true);

        assertThat(send("GET", API + "/nodes/pve2/qemu/200/config", "").status()).isEqualTo(595);
        JsonArray all =
                send("GET", API + "/cluster/resources?type=vm", "").json().getJsonArray("data");
        assertThat(all).hasSize(2);
        assertThat(all.getJsonObject(0).getString("status")).isEqualTo("unknown");
        assertThat(all.getJsonObject(1).getInteger("template")).isEqualTo(1);
    }

    @Test
    void a_lost_answer_leaves_what_was_done_and_people_can_disturb_over_http() {
        proxmox.faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("POST", API + "/nodes/*/qemu"));
        assertThat(
                        Http.bare(proxmox.url())
                                .with("Authorization", "PVEAPIToken=" + Proxmox.TOKEN)
                                .tried(
                                        "POST",
                                        API + "/nodes/pve1/qemu/9000/clone?newid=100&name=a",
                                        Optional.empty()))
                .isEmpty();
        assertThat(proxmox.machines().named("a")).containsExactly(100);

        Http control = Http.bare(proxmox.url());
        assertThat(
                        control.post(
                                        "/_sandbox/tasks/qmstart",
                                        new JsonObject().put("exitstatus", "start failed"))
                                .status())
                .isEqualTo(204);
        String upid = send("POST", FIRST + "/status/start", "").json().getString("data");
        assertThat(task(upid).getString("exitstatus")).isEqualTo("start failed");
        assertThat(
                        control.post(
                                        "/_sandbox/machines/100",
                                        new JsonObject().put("field", "onboot").put("value", 0))
                                .status())
                .isEqualTo(204);
        assertThat(control.get("/_sandbox/state").json().getJsonArray("machines")).hasSize(2);
        assertThat(control.post("/_sandbox/nodes/pve1", new JsonObject()).status()).isEqualTo(204);
        assertThat(send("GET", FIRST + "/config", "").status()).isEqualTo(595);
    }
}
