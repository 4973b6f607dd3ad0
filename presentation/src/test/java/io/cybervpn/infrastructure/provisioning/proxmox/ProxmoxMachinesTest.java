package io.cybervpn.infrastructure.provisioning.proxmox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.sandbox.proxmox.Proxmox;
import io.cybervpn.sandbox.proxmox.ProxmoxMachines;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R136: what becomes of a machine that is there, by our doing, its owner's and staff's. */
@QuarkusTest
class ProxmoxMachinesTest {
    @Inject ObjectMapper json;
    @Inject Vertx vertx;
    private final AccessId access = Wishes.access();
    private ClusterAtHand cluster;
    private Proxmox proxmox;
    private VpnPanel panel;

    @BeforeEach
    void start_a_cluster() {
        cluster = new ClusterAtHand(vertx, json);
        proxmox = cluster.proxmox;
        panel = cluster.instance();
    }

    @AfterEach
    void stop_it() {
        cluster.close();
    }

    private void bring(AccessSpec spec) {
        assertThat(panel.bring(access, spec).await().indefinitely().ref()).isNotEmpty();
    }

    @Test
    void a_disk_never_shrinks_and_its_owner_is_stopped_in_time_all_the_same() {
        bring(ClusterAtHand.month());
        Instant end = Instant.now().plus(ClusterAtHand.MONTH);
        assertThatThrownBy(() -> bring(ClusterAtHand.machine(end, 100, 15_360)))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("has 20480 MiB and cannot shrink to the 15360 MiB");
        assertThat(cluster.runs(access)).isTrue();

        bring(ClusterAtHand.machine(Instant.now().minusSeconds(60), 100, 15_360));

        assertThat(cluster.runs(access)).isFalse();
        bring(ClusterAtHand.machine(end, 300, 40_960));
        assertThat(cluster.runs(access)).isTrue();
        assertThat(cluster.config(access).getString("scsi0")).endsWith("size=40G");
        assertThat(cluster.config(access).getInteger("cores")).isEqualTo(3);
    }

    @Test
    void what_has_ended_stays_off_and_what_its_owner_switches_off_too() {
        AccessSpec ended = ClusterAtHand.machine(Instant.now().minusSeconds(60), 150, 20_480);
        bring(ClusterAtHand.month());
        bring(ended);
        assertThat(cluster.runs(access)).isFalse();
        assertThat(cluster.config(access).getInteger("onboot")).isZero();
        proxmox.machines().power(cluster.vmid(access), true);
        assertThat(ended.differencesFrom(entry().state(), Instant.now())).isNotEmpty();
        bring(ended);
        assertThat(cluster.runs(access)).isFalse();
        assertThat(ended.differencesFrom(entry().state(), Instant.now())).isEmpty();

        AccessSpec renewed = ClusterAtHand.month();
        bring(renewed);
        cluster.assertOneAsBought(access);
        proxmox.machines().power(cluster.vmid(access), false);
        assertThat(renewed.differencesFrom(entry().state(), Instant.now())).isEmpty();
        bring(renewed);
        assertThat(cluster.runs(access)).isFalse();
    }

    private VpnPanel.Entry entry() {
        return panel.users(Optional.empty(), 10).await().indefinitely().entries().getFirst();
    }

    @Test
    void staff_may_rename_a_machine_write_notes_and_keep_a_copy_of_it() {
        bring(ClusterAtHand.month());
        int vmid = cluster.vmid(access);
        proxmox.machines().meddle(vmid, "name", "renamed");
        String notes = proxmox.machines().config(vmid).orElseThrow().getString("description");
        proxmox.machines().meddle(vmid, "description", notes + "\ncall him before a reboot");
        proxmox.machines().addStranger(300, "copy");
        proxmox.machines().meddle(300, "tags", MachineName.of(access).text());

        bring(ClusterAtHand.month());

        assertThat(cluster.vmid(access)).isEqualTo(vmid);
        assertThat(cluster.config(access).getString("description")).contains("call him before");
        assertThat(panel.users(Optional.empty(), 10).await().indefinitely().entries())
                .extracting(one -> one.user().ref())
                .containsExactly(String.valueOf(vmid));
        proxmox.machines().remove(vmid);
        proxmox.machines().addStranger(301, "another copy");
        proxmox.machines().meddle(301, "tags", MachineName.of(access).text());
        assertThatThrownBy(() -> bring(ClusterAtHand.month()))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("[300, 301]");
    }

    @Test
    void a_backup_is_waited_for_only_when_something_is_to_be_done() {
        AccessSpec spec = ClusterAtHand.month();
        bring(spec);
        proxmox.machines().meddle(cluster.vmid(access), "lock", "backup");
        bring(spec);
        assertThatThrownBy(() -> bring(ClusterAtHand.machine(spec.expireAt(), 400, 20_480)))
                .isInstanceOf(PanelBusy.class)
                .hasMessageContaining("locked (backup)");
        proxmox.machines().unset(cluster.vmid(access), "lock");
        bring(ClusterAtHand.machine(spec.expireAt(), 400, 20_480));
        assertThat(cluster.config(access).getInteger("cores")).isEqualTo(4);
    }

    @Test
    void a_machine_is_gone_only_when_it_is_and_protected_ones_stay() {
        bring(ClusterAtHand.month());
        proxmox.machines().meddle(cluster.vmid(access), "protection", 1);
        assertThatThrownBy(() -> panel.remove(access).await().indefinitely())
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("protection mode enabled");
        assertThat(proxmox.machines().ids()).hasSize(1);
        proxmox.machines().unset(cluster.vmid(access), "protection");
        List.of("qmstop", "qmdestroy")
                .forEach(type -> proxmox.tasks().take(type, Duration.ofSeconds(5)));
        Uni<Void> removing = Uni.createFrom().deferred(() -> panel.remove(access));
        assertThatThrownBy(() -> removing.await().indefinitely()).isInstanceOf(PanelBusy.class);
        assertThat(proxmox.machines().ids()).hasSize(1);

        cluster.untilRemoved(panel, access);

        assertThat(proxmox.machines().ids()).isEmpty();
        assertThat(proxmox.machines().config(ProxmoxMachines.TEMPLATE)).isPresent();
        cluster.untilRemoved(panel, access);
    }
}
