package io.cybervpn.infrastructure.provisioning.proxmox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.VpnPanelContract;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.proxmox.Proxmox;
import io.cybervpn.sandbox.proxmox.ProxmoxMachines;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R136: the contract against a cluster that speaks HTTP and takes its time. */
@QuarkusTest
class ProxmoxPanelTest extends VpnPanelContract {
    @Inject ObjectMapper json;
    @Inject Vertx vertx;
    private ClusterAtHand cluster;
    private VpnPanel panel;

    @BeforeEach
    void start_a_cluster() {
        cluster = new ClusterAtHand(vertx, json);
        cluster.proxmox.machines().addStranger(200, "somebody");
        List.of("resize", "qmstart", "qmshutdown", "qmstop", "qmdestroy")
                .forEach(type -> cluster.proxmox.tasks().take(type, Duration.ofSeconds(5)));
        panel = cluster.instance();
    }

    @AfterEach
    void stop_it() {
        cluster.close();
    }

    @Override
    protected VpnPanel panel() {
        return panel;
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected boolean keepsLinks() {
        return true;
    }

    @Override
    protected Entitlement small() {
        return ClusterAtHand.machine(now(), 150, 20_480).entitlement();
    }

    @Override
    protected Set<Difference> unkept() {
        return Set.of(Difference.EXPIRY, Difference.TRAFFIC, Difference.RESET, Difference.DEVICES);
    }

    @Override
    protected Entitlement large() {
        return ClusterAtHand.machine(now(), 400, 20_480, List.of("Pro", "Basic")).entitlement();
    }

    @Override
    protected void finishWork() {
        cluster.proxmox.clock().advance(Duration.ofMinutes(1));
    }

    @Override
    protected Optional<PanelState> state(AccessId access) {
        cluster.proxmox.settle();
        String name = MachineName.of(access).text();
        return cluster.proxmox.machines().named(name).stream().findFirst().map(this::state);
    }

    private PanelState state(int vmid) {
        JsonObject config = cluster.proxmox.machines().config(vmid).orElseThrow();
        String note = config.getString("description").lines().findFirst().orElse("");
        return PanelState.of(
                !cluster.proxmox.machines().runs(vmid),
                Set.of(note.substring(note.lastIndexOf(' ') + 1).split(",")),
                new Resources.Machine(
                        new BigDecimal(config.getString("cpulimit", "2"))
                                .movePointRight(2)
                                .intValue(),
                        Integer.parseInt(config.getString("memory")),
                        config.getString("scsi0").endsWith("size=20G") ? 20_480 : 1,
                        0,
                        0,
                        0));
    }

    @Override
    protected void down(boolean isDown) {
        cluster.proxmox.faults().clear();
        if (isDown) {
            cluster.proxmox.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        }
    }

    @Override
    protected void loseAnswerOfNextCreation() {
        cluster.proxmox
                .faults()
                .add(
                        Fault.of(Fault.Kind.DROP_AFTER, 0)
                                .times(1)
                                .on("POST", "/api2/json/nodes/*/qemu/9000/clone"));
    }

    @Override
    protected void removeByHand(AccessId access) {
        cluster.proxmox.machines().remove(cluster.vmid(access));
    }

    @Override
    protected void switchOffByHand(AccessId access) {
        cluster.proxmox.machines().power(cluster.vmid(access), false);
        cluster.proxmox.machines().meddle(cluster.vmid(access), "onboot", 0);
    }

    @Test
    void it_tells_its_version_and_the_groups_whose_template_is_there() {
        VpnPanel.Check check = panel.check().await().indefinitely();
        assertThat(check.version()).startsWith("8.");
        assertThat(check.serverGroups()).containsExactly("Basic", "Pro");

        cluster.proxmox.machines().nodeIsDown("pve1", true);
        assertThat(panel.check().await().indefinitely().serverGroups()).containsExactly("Pro");
    }

    @Test
    void a_token_that_is_not_accepted_may_be_mended() {
        VpnPanel other = cluster.instance(Proxmox.TOKEN.replace('0', '1'));
        assertThatThrownBy(() -> other.check().await().indefinitely())
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("401");
    }

    @Test
    void machines_of_others_and_the_template_are_left_alone() {
        JsonObject template =
                cluster.proxmox.machines().config(ProxmoxMachines.TEMPLATE).orElseThrow();
        JsonObject stranger = cluster.proxmox.machines().config(200).orElseThrow();
        AccessId access = Wishes.access();
        cluster.untilDone(panel, access, ClusterAtHand.month());
        cluster.untilRemoved(panel, access);

        assertThat(cluster.proxmox.machines().ids()).containsExactly(200);
        assertThat(cluster.proxmox.machines().config(200)).contains(stranger);
        assertThat(cluster.proxmox.machines().config(ProxmoxMachines.TEMPLATE)).contains(template);
    }
}
