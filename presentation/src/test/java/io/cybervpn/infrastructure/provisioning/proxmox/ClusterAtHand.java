package io.cybervpn.infrastructure.provisioning.proxmox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import io.cybervpn.infrastructure.provisioning.PanelPulse;
import io.cybervpn.sandbox.proxmox.Proxmox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A cluster of the sandbox, and instances of the shop that call it. */
final class ClusterAtHand implements AutoCloseable {
    static final Duration MONTH = Duration.ofDays(30);

    final Proxmox proxmox;
    private final ObjectMapper json;
    private final List<PanelModule> instances = new ArrayList<>();

    ClusterAtHand(Vertx vertx, ObjectMapper json) {
        this.proxmox = new Proxmox(vertx, 0);
        this.json = json;
    }

    /** One more instance of the shop, which remembers nothing of what others did. */
    VpnPanel instance() {
        return instance(Proxmox.TOKEN);
    }

    VpnPanel instance(String token) {
        return connected(token).panel();
    }

    /** The ways in, by one more instance. */
    PanelDoors doors() {
        return connected(Proxmox.TOKEN).doors().orElseThrow();
    }

    private PanelModule connected(String token) {
        Clock clock = Clock.systemUTC();
        PanelModule module =
                new ProxmoxModules(json, clock)
                        .connect(
                                new PanelConnection(
                                        PanelId.CONFIGURED,
                                        Optional.of(proxmox.url()),
                                        Map.of(ProxmoxModules.TOKEN, token),
                                        Map.of(
                                                "Basic",
                                                "template=9000,storage=local-lvm",
                                                "Pro",
                                                "node=pve2,pool=pro",
                                                "Lost",
                                                "template=9999"),
                                        Duration.ofSeconds(2),
                                        Duration.ofMillis(500),
                                        1_000),
                                new PanelPulse(clock, (_, _) -> {}));
        instances.add(module);
        return module;
    }

    static AccessSpec machine(Instant end, int cpuPercent, int diskMib) {
        return machine(end, cpuPercent, diskMib, List.of("Basic"));
    }

    static AccessSpec machine(Instant end, int cpuPercent, int diskMib, List<String> groups) {
        return new AccessSpec(
                true,
                end,
                new Entitlement(
                        Wishes.UNLIMITED.trafficBytes(),
                        Wishes.UNLIMITED.reset(),
                        Wishes.UNLIMITED.devices(),
                        groups,
                        new Resources.Machine(cpuPercent, 4_096, diskMib, 0, 0, 0)));
    }

    static AccessSpec month() {
        return machine(Instant.now().plus(MONTH), 150, 20_480);
    }

    /** The id of the one machine of an access. */
    int vmid(AccessId access) {
        List<Integer> all = proxmox.machines().named(MachineName.of(access).text());
        if (all.size() != 1) {
            throw new AssertionError("machines of the access: " + all);
        }
        return all.getFirst();
    }

    JsonObject config(AccessId access) {
        return proxmox.machines().config(vmid(access)).orElseThrow();
    }

    boolean runs(AccessId access) {
        return proxmox.machines().runs(vmid(access));
    }

    /** There is one machine, and it is as {@link #month} says. */
    void assertOneAsBought(AccessId access) {
        JsonObject config = config(access);
        assertThat(proxmox.machines().ids()).hasSize(1);
        assertThat(runs(access)).isTrue();
        assertThat(config.getInteger("cores")).isEqualTo(2);
        assertThat(config.getString("cpulimit")).isEqualTo("1.5");
        assertThat(config.getString("memory")).isEqualTo("4096");
        assertThat(config.getString("scsi0")).endsWith("size=20G");
        assertThat(config.getInteger("onboot")).isEqualTo(1);
        assertThat(config.getString("tags")).contains("cybervpn", "debian");
    }

    /** Asks again while the cluster is at work, and lets its time pass. */
    @CanIgnoreReturnValue
    PanelUser untilDone(VpnPanel panel, AccessId access, AccessSpec spec) {
        return untilDone(() -> panel.bring(access, spec));
    }

    void untilRemoved(VpnPanel panel, AccessId access) {
        assertThat(untilDone(() -> panel.remove(access).replaceWith(access))).isEqualTo(access);
    }

    private <T> T untilDone(Supplier<Uni<T>> call) {
        RuntimeException last = new IllegalStateException("not asked");
        for (int i = 0; i < 40; i++) {
            try {
                return call.get().await().indefinitely();
            } catch (PanelBusy busy) {
                last = busy;
                proxmox.clock().advance(busy.askAfter());
            } catch (PanelUnavailable lost) {
                last = lost;
            }
        }
        throw last;
    }

    @Override
    public void close() {
        instances.forEach(PanelModule::close);
        proxmox.close();
    }
}
