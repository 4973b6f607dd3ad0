package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.proxmox.Proxmox;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R136: a plan that gives a machine, on a panel of Proxmox VE that staff add. */
@QuarkusTest
class MachinesForSaleTest {
    private static final String GROUP = "vps";

    @Inject Customers customers;
    @Inject UnitOfWork unitOfWork;
    @Inject Subscriptions subscriptions;
    @Inject Outbox outbox;
    @Inject Pool pool;
    private final Proxmox proxmox = ShopWorld.sandbox().proxmox();
    private String panel;

    @BeforeEach
    void staff_add_a_panel() {
        panel =
                SecondPanel.asStaff()
                        .body(
                                Map.of(
                                        "name",
                                        "proxmox " + UUID.randomUUID(),
                                        "kind",
                                        "proxmox",
                                        "url",
                                        proxmox.url().toString(),
                                        "groups",
                                        Map.of(GROUP, "template=9000, storage=local-lvm")))
                        .post(SecondPanel.PANELS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        SecondPanel.asStaff()
                .body(Map.of("value", Proxmox.TOKEN))
                .put(SecondPanel.PANELS + panel + "/secrets/token")
                .then()
                .statusCode(204);
        become("active");
    }

    @AfterEach
    void it_goes_away_again() {
        become("off");
        pool.preparedQuery("delete from access where panel_id = $1")
                .execute(Tuple.of(UUID.fromString(panel)))
                .await()
                .indefinitely();
    }

    private void become(String state) {
        int version =
                SecondPanel.asAdmin()
                        .get(SecondPanel.PANELS + panel)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("version");
        SecondPanel.asStaff()
                .body(Map.of("state", state, "version", version))
                .patch(SecondPanel.PANELS + panel)
                .then()
                .statusCode(200);
    }

    private AccessId sold(Instant paidAt) {
        Entitlement entitlement =
                new Entitlement(
                        Limit.unlimited(),
                        TrafficReset.NO_RESET,
                        Limit.unlimited(),
                        List.of(GROUP),
                        new Resources.Machine(250, 8_192, 40_960, 0, 0, 0));
        SubscriptionId id = Purchases.subscriptionId();
        Extended opened =
                Subscription.open(
                        id,
                        Purchases.buyer(),
                        Purchases.purchase(30, paidAt, entitlement),
                        Instant.now());
        unitOfWork
                .run(
                        () ->
                                subscriptions
                                        .add(opened.subscription())
                                        .chain(() -> outbox.append(opened.event())))
                .await()
                .indefinitely();
        return new AccessId(id.value());
    }

    private int vmid(AccessId access) {
        String name = PanelUsername.of(access).text().replace('_', '-');
        List<Integer> machines = proxmox.machines().named(name);
        assertThat(machines).hasSize(1);
        return machines.getFirst();
    }

    @Test
    void a_machine_is_made_as_bought_and_stops_when_its_time_is_over() {
        SecondPanel.asAdmin()
                .post(SecondPanel.PANELS + panel + "/check")
                .then()
                .statusCode(200)
                .body("version", equalTo("8.4.1"))
                .body("serverGroups", contains(GROUP));

        AccessId access = sold(Instant.now().minus(Duration.ofDays(30)).plusSeconds(20));

        customers.awaitStatus(access, "ready");
        JsonObject config = proxmox.machines().config(vmid(access)).orElseThrow();
        assertThat(config.getInteger("cores")).isEqualTo(3);
        assertThat(config.getString("cpulimit")).isEqualTo("2.5");
        assertThat(config.getString("memory")).isEqualTo("8192");
        assertThat(config.getString("scsi0")).endsWith("size=40G");
        assertThat(proxmox.machines().runs(vmid(access))).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !proxmox.machines().runs(vmid(access)));
        assertThat(proxmox.machines().config(vmid(access)).orElseThrow().getInteger("onboot"))
                .isZero();
    }

    @Test
    void what_is_to_be_removed_is_destroyed_with_its_disks() {
        AccessId access = sold(Instant.now());
        customers.awaitStatus(access, "ready");
        String name = PanelUsername.of(access).text().replace('_', '-');

        pool.preparedQuery(
                        "update access set enabled = false, remove_at = now() - interval '1 s',"
                                + " generation = generation + 1, status = 'pending',"
                                + " next_attempt_at = now() where id = $1")
                .execute(Tuple.of(access.value()))
                .await()
                .indefinitely();

        customers.awaitStatus(access, "removed");
        assertThat(proxmox.machines().named(name)).isEmpty();
    }

    @Test
    void a_copy_that_takes_its_time_and_an_answer_that_is_lost_make_one_machine() {
        proxmox.tasks().take("qmclone", Duration.ofSeconds(3));
        proxmox.faults()
                .add(
                        Fault.of(Fault.Kind.DROP_AFTER, 0)
                                .times(1)
                                .on("POST", "/api2/json/nodes/*/qemu/9000/clone"));

        AccessId access = sold(Instant.now());

        customers.awaitStatus(access, "ready");
        proxmox.tasks().take("qmclone", Duration.ZERO);
        assertThat(proxmox.machines().runs(vmid(access))).isTrue();
    }
}
