package io.cybervpn.infrastructure.provisioning.proxmox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.SshKey;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.proxmox.ProxmoxMachines;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R136: how the owner of a machine gets in to it. */
@QuarkusTest
class ProxmoxDoorsTest {
    private static final SshKey KEY =
            new SshKey(
                    "ssh-ed25519"
                            + " AAAAC3NzaC1lZDI1NTE5AAAAIJH6vQnVwkbYB0LKUYfVHyFIpvl1IJOuMkGVyT0xJwDl");
    private static final SshKey WITH_SIGNS =
            new SshKey("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ+/+/w==");

    @Inject ObjectMapper json;
    @Inject Vertx vertx;
    private final AccessId access = Wishes.access();
    private ClusterAtHand cluster;
    private ProxmoxMachines machines;
    private PanelDoors doors;
    private PanelUser user;
    private int vmid;

    @BeforeEach
    void a_machine_runs() {
        cluster = new ClusterAtHand(vertx, json);
        machines = cluster.proxmox.machines();
        user = cluster.untilDone(cluster.instance(), access, ClusterAtHand.month());
        doors = cluster.doors();
        vmid = cluster.vmid(access);
    }

    @AfterEach
    void stop_it() {
        cluster.close();
    }

    private ServiceDoor door() {
        return doors.of(access, user).await().indefinitely().orElseThrow();
    }

    private String reset() {
        return doors.resetCredential(access, user).await().indefinitely().orElseThrow();
    }

    private long restarts() {
        return cluster.proxmox.tasks().begun("qmreboot");
    }

    @Test
    void it_is_told_who_its_owner_is_before_it_starts_for_the_first_time() {
        assertThat(cluster.config(access).getString("ciuser")).isEqualTo("customer");
        assertThat(door())
                .isEqualTo(
                        new ServiceDoor(
                                Optional.empty(), Optional.of("customer"), Optional.empty(), true));
    }

    @Test
    void its_address_is_the_one_that_is_set_or_that_it_says_itself() {
        machines.meddle(vmid, "agent", "1,fstrim_cloned_disks=1");
        assertThat(door().address()).contains("192.0.2." + (1 + vmid % 250));
        machines.meddle(vmid, "ipconfig0", "gw=10.0.0.1,ip=10.0.0.7/24");
        assertThat(door().address()).contains("10.0.0.7");
        machines.meddle(vmid, "ipconfig0", "ip6=2001:db8::7/64");
        assertThat(door().address()).contains("2001:db8::7");
        machines.meddle(vmid, "ipconfig0", "ip=dhcp");
        machines.meddle(vmid, "agent", "0");
        assertThat(door().address()).isEmpty();
    }

    @Test
    void a_password_is_told_by_the_agent_or_else_by_a_restart() {
        String first = reset();
        assertThat(machines.letsIn(vmid, "customer", first)).isTrue();
        assertThat(restarts()).isEqualTo(1);

        machines.meddle(vmid, "agent", "1");
        String second = reset();
        assertThat(second).isNotEqualTo(first).hasSize(20);
        assertThat(machines.letsIn(vmid, "customer", second)).isTrue();
        assertThat(machines.letsIn(vmid, "customer", first)).isFalse();
        assertThat(restarts()).isEqualTo(1);
        assertThat(cluster.config(access).getString("cipassword")).isEqualTo(second);
    }

    @Test
    void an_agent_that_does_not_answer_leaves_a_restart() {
        machines.meddle(vmid, "agent", "1");
        cluster.proxmox
                .faults()
                .add(
                        Fault.of(Fault.Kind.DROP_BEFORE, 0)
                                .times(1)
                                .on("POST", "/api2/json/nodes/*/qemu/*/agent"));

        assertThatThrownBy(this::reset).isInstanceOf(PanelUnavailable.class);

        assertThat(machines.letsIn(vmid, "customer", reset())).isTrue();
    }

    @Test
    void a_key_lets_in_after_a_restart_and_takes_the_place_of_the_one_before() {
        for (SshKey key : new SshKey[] {WITH_SIGNS, KEY}) {
            assertThat(doors.setSshKey(access, user, key).await().indefinitely()).isTrue();
            assertThat(machines.keys(vmid)).isEqualTo(key.text() + "\n");
        }
        assertThat(restarts()).isEqualTo(2);
        assertThat(machines.runs(vmid)).isTrue();
    }

    @Test
    void a_machine_without_cloud_init_is_its_owners_own_affair() {
        machines.unset(vmid, "ide2");
        assertThat(door().resettable()).isFalse();
        assertThat(door().login()).isEmpty();
        assertThat(doors.resetCredential(access, user).await().indefinitely()).isEmpty();
        assertThat(doors.setSshKey(access, user, KEY).await().indefinitely()).isFalse();
        assertThat(restarts()).isZero();
    }
}
