package io.cybervpn.infrastructure.provisioning.proxmox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.proxmox.Proxmox;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R136, R140: one machine for an access, whatever gets lost, fails, hangs or happens twice. */
@QuarkusTest
class ProxmoxFaultsTest {
    private static final String MACHINES = "/api2/json/nodes/*/qemu/*";

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
    void what_takes_time_is_asked_for_until_it_is_done() {
        List.of("qmclone", "resize", "qmstart")
                .forEach(type -> proxmox.tasks().take(type, Duration.ofSeconds(25)));
        AccessSpec spec = ClusterAtHand.month();
        assertThatThrownBy(() -> bring(spec))
                .isInstanceOfSatisfying(
                        PanelBusy.class, it -> assertThat(it.task()).isEqualTo("qmclone on pve1"));
        assertThatThrownBy(() -> bring(spec)).isInstanceOf(PanelBusy.class);
        VpnPanel other = cluster.instance();
        assertThatThrownBy(() -> other.bring(access, spec).await().indefinitely())
                .isInstanceOf(PanelBusy.class);

        assertThat(cluster.untilDone(panel, access, spec).ref())
                .isEqualTo(String.valueOf(cluster.vmid(access)));

        cluster.assertOneAsBought(access);
        Stream.of("qmclone", "resize", "qmstart")
                .forEach(type -> assertThat(proxmox.tasks().begun(type)).as(type).isEqualTo(1));
    }

    @Test
    void instances_that_ask_at_once_make_one_machine() {
        proxmox.tasks().take("qmclone", Duration.ofSeconds(25));
        List<VpnPanel> instances = Stream.generate(cluster::instance).limit(3).toList();
        AccessSpec spec = ClusterAtHand.month();
        List<Throwable> failures =
                Multi.createFrom()
                        .iterable(IntStream.range(0, 12).boxed().toList())
                        .onItem()
                        .transformToUni(
                                i ->
                                        instances
                                                .get(i % 3)
                                                .bring(access, spec)
                                                .<Throwable>map(_ -> new AssertionError("done"))
                                                .onFailure()
                                                .recoverWithItem(failure -> failure))
                        .merge(12)
                        .collect()
                        .asList()
                        .await()
                        .indefinitely();

        assertThat(failures).hasSize(12).allMatch(PanelBusy.class::isInstance);
        assertThat(proxmox.machines().ids()).hasSize(1);
        instances.forEach(it -> cluster.untilDone(it, access, spec));
        cluster.assertOneAsBought(access);
        assertThat(proxmox.tasks().begun("qmclone")).isEqualTo(1);
    }

    @Test
    void every_answer_is_lost_once_and_the_machine_is_as_bought() {
        Fault lost = Fault.of(Fault.Kind.DROP_AFTER, 0).times(1);
        proxmox.tasks().take("qmclone", Duration.ofSeconds(25));
        Stream.of("/clone", "/status/start")
                .forEach(path -> proxmox.faults().add(lost.on("POST", MACHINES + path)));
        Stream.of("/config", "/resize")
                .forEach(path -> proxmox.faults().add(lost.on("PUT", MACHINES + path)));

        cluster.untilDone(panel, access, ClusterAtHand.month());

        assertThat(proxmox.faults().all()).isEmpty();
        cluster.assertOneAsBought(access);
        assertThat(proxmox.tasks().begun("qmclone")).isEqualTo(1);
        proxmox.faults().add(lost.on("DELETE", MACHINES));
        cluster.untilRemoved(panel, access);
        assertThat(proxmox.machines().ids()).isEmpty();
    }

    @Test
    void a_task_that_fails_is_told_by_its_exit_status_and_tried_again() {
        proxmox.tasks().failNext("qmclone", "clone failed: no space left on device");
        assertThatThrownBy(() -> bring(ClusterAtHand.month()))
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("qmclone on pve1 failed: clone failed: no space left");
        proxmox.tasks().failNext("qmstart", "start failed: out of memory");
        assertThatThrownBy(() -> bring(ClusterAtHand.month()))
                .hasMessageContaining("start failed: out of memory");
        assertThat(cluster.config(access).getInteger("onboot", 0)).isZero();

        bring(ClusterAtHand.month());

        cluster.assertOneAsBought(access);
    }

    @Test
    void a_task_that_hangs_is_waited_for_and_nothing_is_made_beside_it() {
        proxmox.tasks().hang("qmclone");
        for (int i = 0; i < 5; i++) {
            VpnPanel any = i % 2 == 0 ? panel : cluster.instance();
            assertThatThrownBy(
                            () -> any.bring(access, ClusterAtHand.month()).await().indefinitely())
                    .isInstanceOf(PanelBusy.class);
            assertThatThrownBy(() -> any.remove(access).await().indefinitely())
                    .isInstanceOf(PanelBusy.class);
            proxmox.clock().advance(Duration.ofHours(1));
        }
        assertThat(proxmox.machines().ids()).hasSize(1);
    }

    @Test
    void a_node_that_is_down_is_nothing_to_the_others() {
        proxmox.machines().nodeIsDown("pve1", true);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> bring(ClusterAtHand.month()))
                    .isInstanceOf(PanelUnavailable.class)
                    .hasMessageContaining("595");
        }
        assertThat(panel.users(Optional.empty(), 10).await().indefinitely().entries()).isEmpty();
        proxmox.machines().nodeIsDown("pve1", false);
        AccessSpec elsewhere =
                ClusterAtHand.machine(
                        Instant.now().plus(ClusterAtHand.MONTH),
                        150,
                        20_480,
                        List.of("Pro", "Basic"));
        bring(elsewhere);
        proxmox.machines().nodeIsDown("pve1", true);
        bring(elsewhere);
        cluster.assertOneAsBought(access);
    }

    @Test
    void lists_that_do_not_know_names_yet_make_no_second_machine() {
        proxmox.machines().listsAreStale(true);
        bring(ClusterAtHand.month());
        bring(ClusterAtHand.month());
        cluster.assertOneAsBought(access);
    }

    @Test
    void an_id_that_somebody_has_is_left_to_him() {
        int first = MachineIds.USUAL.of(access).getFirst();
        proxmox.machines().addStranger(first, "somebody");
        bring(ClusterAtHand.month());
        assertThat(cluster.vmid(access)).isEqualTo(MachineIds.USUAL.of(access).get(1));
        cluster.untilRemoved(panel, access);
        assertThat(proxmox.machines().ids()).containsExactly(first);
    }
}
