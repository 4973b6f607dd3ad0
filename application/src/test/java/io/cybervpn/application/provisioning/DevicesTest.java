package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.RemovalBudget;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices, traffic resets and connections by hand, in good times and bad. */
class DevicesTest {
    private final ProvisioningWorld world = new ProvisioningWorld();
    private final InMemoryDevices panel = new InMemoryDevices(world.unitOfWork);
    private final InMemoryDeviceNotes notes =
            new InMemoryDeviceNotes(world.unitOfWork, world.accesses);
    private final AccessDoor door = new AccessDoor(world.unitOfWork, world.own, world.accesses);
    private final ListDevices list = new ListDevices(door, panel, world.unitOfWork, notes);
    private final NameDevice name =
            new NameDevice(door, panel, world.unitOfWork, notes, world.clock);
    private final RemovalDesk desk =
            new RemovalDesk(
                    world.unitOfWork,
                    world.accesses,
                    notes,
                    world.audit,
                    new DeviceSettings(new RemovalBudget(2)),
                    new FixedIds(),
                    world.clock);
    private final RemoveDevices remove = new RemoveDevices(door, desk, panel, panel);
    private final ResetTraffic reset =
            new ResetTraffic(
                    door, panel, world.unitOfWork, world.accesses, world.audit, world.clock);
    private final DropConnections drop =
            new DropConnections(door, panel, world.unitOfWork, world.audit);

    private final AccountId buyer = Purchases.buyer();
    private final Actor customer = new Actor.Customer(buyer);
    private final Actor staff = new Actor.Staff(Purchases.buyer(), Set.of(Permission.ACCESS_WRITE));
    private AccessId access = Wishes.access();

    @BeforeEach
    void an_access_with_two_devices() {
        access = world.bought(buyer);
        world.reconcile();
        connect("phone-0001");
        connect("tv-00000001");
    }

    private void connect(String hwid) {
        panel.connect(user(), hwid, world.clock.instant());
    }

    private PanelUser user() {
        Access known = world.access(access);
        return ((Sight.Seen) known.sight()).user();
    }

    private DeviceId device(String hwid) {
        return DeviceId.of(access, hwid);
    }

    private ListDevices.Result listed(Actor actor) {
        return list.execute(new ListDevices.Query(actor, access)).await().indefinitely();
    }

    private List<DeviceView> devices() {
        return ((ListDevices.Result.Listed) listed(customer)).devices();
    }

    private RemoveDevices.Result removed(Actor actor, Optional<DeviceId> device) {
        return remove.execute(new RemoveDevices.Command(actor, access, device))
                .await()
                .indefinitely();
    }

    private RemoveDevices.Result removed(String hwid) {
        return removed(customer, Optional.of(device(hwid)));
    }

    private NameDevice.Result named(Actor actor, String hwid, String text) {
        return name.execute(new NameDevice.Command(actor, access, device(hwid), text))
                .await()
                .indefinitely();
    }

    @Test
    void devices_are_shown_by_our_id_with_the_customers_name_and_the_limit_of_his_plan() {
        assertThat(named(customer, "phone-0001", " Mine "))
                .isEqualTo(new NameDevice.Result.Named());

        ListDevices.Result.Listed seen = (ListDevices.Result.Listed) listed(customer);

        assertThat(seen.limit()).isInstanceOf(Limit.Of.class);
        assertThat(seen.devices())
                .extracting(DeviceView::id)
                .containsExactly(device("tv-00000001"), device("phone-0001"));
        assertThat(seen.devices().getLast().name()).contains("Mine");
        assertThat(seen.toString()).doesNotContain("phone-0001");
    }

    @Test
    void what_is_somebody_elses_is_not_there_and_staff_need_the_right() {
        Actor stranger = new Actor.Customer(Purchases.buyer());
        Actor powerless = new Actor.Staff(Purchases.buyer(), Set.of());

        assertThat(listed(stranger)).isEqualTo(new ListDevices.Result.NoSuchSubscription());
        assertThat(named(stranger, "phone-0001", "x"))
                .isEqualTo(new NameDevice.Result.NoSuchSubscription());
        assertThat(removed(stranger, Optional.empty()))
                .isEqualTo(new RemoveDevices.Result.NoSuchSubscription());
        assertThat(listed(powerless)).isEqualTo(new ListDevices.Result.Denied());
        assertThat(removed(powerless, Optional.empty()))
                .isEqualTo(new RemoveDevices.Result.Denied());
        assertThat(listed(new Actor.Guest())).isEqualTo(new ListDevices.Result.Denied());
        assertThat(resetBy(customer)).isEqualTo(new ResetTraffic.Result.Denied());
        assertThat(dropBy(customer)).isEqualTo(new DropConnections.Result.Denied());
        assertThat(devices()).hasSize(2);
        assertThat(panel.resets()).isZero();
    }

    @Test
    void a_removed_device_is_gone_with_its_name_and_the_connections_end() {
        assertThat(named(customer, "phone-0001", "Mine")).isEqualTo(new NameDevice.Result.Named());

        assertThat(removed("phone-0001")).isEqualTo(new RemoveDevices.Result.Removed());
        assertThat(removed("phone-0001")).isEqualTo(new RemoveDevices.Result.Removed());

        assertThat(devices()).extracting(DeviceView::id).containsExactly(device("tv-00000001"));
        assertThat(panel.drops()).isEqualTo(1);
        connect("phone-0001");
        assertThat(devices().getFirst().name()).isEmpty();
    }

    @Test
    void too_many_removals_have_to_wait_and_a_day_later_go_on() {
        assertThat(removed("phone-0001")).isEqualTo(new RemoveDevices.Result.Removed());
        connect("phone-0002");
        assertThat(removed(customer, Optional.empty()))
                .isEqualTo(new RemoveDevices.Result.Removed());
        connect("phone-0003");

        assertThat(removed("phone-0003"))
                .isEqualTo(new RemoveDevices.Result.TooMany(Duration.ofDays(1)));
        assertThat(devices()).hasSize(1);
        assertThat(removed(staff, Optional.of(device("phone-0003"))))
                .isEqualTo(new RemoveDevices.Result.Removed());

        connect("phone-0004");
        world.clock.advance(Duration.ofDays(1));
        assertThat(removed("phone-0004")).isEqualTo(new RemoveDevices.Result.Removed());
    }

    @Test
    void an_answer_that_got_lost_is_said_so_and_a_repeat_costs_nothing() {
        panel.deaf(true);
        assertThat(removed("phone-0001")).isEqualTo(new RemoveDevices.Result.NoAnswer());
        panel.deaf(false);

        assertThat(removed("phone-0001")).isEqualTo(new RemoveDevices.Result.Removed());
        assertThat(removed("tv-00000001")).isEqualTo(new RemoveDevices.Result.Removed());
        assertThat(devices()).isEmpty();
        assertThat(removed("never-there")).isEqualTo(new RemoveDevices.Result.NoSuchDevice());
        assertThat(removed(customer, Optional.empty()))
                .isEqualTo(new RemoveDevices.Result.Removed());
    }

    @Test
    void a_panel_that_is_down_changes_and_counts_nothing() {
        panel.down(true);
        for (int i = 0; i < 3; i++) {
            assertThat(removed("phone-0001")).isEqualTo(new RemoveDevices.Result.NoAnswer());
        }
        assertThat(listed(customer)).isEqualTo(new ListDevices.Result.NoAnswer());
        assertThat(named(customer, "phone-0001", "x")).isEqualTo(new NameDevice.Result.NoAnswer());
        assertThat(resetBy(staff)).isEqualTo(new ResetTraffic.Result.NoAnswer());
        assertThat(dropBy(staff)).isEqualTo(new DropConnections.Result.NoAnswer());
        panel.down(false);

        assertThat(devices()).hasSize(2);
        assertThat(removed("phone-0001")).isEqualTo(new RemoveDevices.Result.Removed());
    }

    @Test
    void bad_names_and_unknown_devices_are_refused() {
        assertThat(named(customer, "phone-0001", "  ")).isEqualTo(new NameDevice.Result.BadName());
        assertThat(named(customer, "unknown", "x")).isEqualTo(new NameDevice.Result.NoSuchDevice());
        assertThat(devices()).allMatch(device -> device.name().isEmpty());
    }

    private ResetTraffic.Result resetBy(Actor actor) {
        return reset.execute(new ResetTraffic.Command(actor, access)).await().indefinitely();
    }

    private DropConnections.Result dropBy(Actor actor) {
        return drop.execute(new DropConnections.Command(actor, access)).await().indefinitely();
    }

    @Test
    void staff_reset_traffic_and_the_access_is_looked_at_whatever_was_heard() {
        assertThat(resetBy(staff)).isEqualTo(new ResetTraffic.Result.Reset());
        assertThat(world.reconcile().taken()).isEqualTo(1);

        panel.deaf(true);
        assertThat(resetBy(staff)).isEqualTo(new ResetTraffic.Result.NoAnswer());
        assertThat(panel.resets()).isEqualTo(2);
        assertThat(world.reconcile().taken()).isEqualTo(1);
    }

    @Test
    void what_staff_do_is_written_down_before_it_is_done() {
        panel.down(true);
        assertThat(resetBy(staff)).isEqualTo(new ResetTraffic.Result.NoAnswer());
        panel.down(false);
        assertThat(dropBy(staff)).isEqualTo(new DropConnections.Result.Dropped());
        panel.deaf(true);
        assertThat(removed(staff, Optional.empty())).isEqualTo(new RemoveDevices.Result.NoAnswer());

        assertThat(world.audit.actions())
                .containsExactly(
                        "provisioning.reset_traffic",
                        "provisioning.drop_connections",
                        "provisioning.remove_devices");
    }

    @Test
    void an_access_that_is_not_there_yet_or_never_was_is_told_apart() {
        AccessId early = world.bought(buyer);
        AccessId never = new AccessId(UUID.randomUUID());

        assertThat(list.execute(new ListDevices.Query(customer, early)).await().indefinitely())
                .isEqualTo(new ListDevices.Result.NotReady());
        assertThat(reset.execute(new ResetTraffic.Command(staff, never)).await().indefinitely())
                .isEqualTo(new ResetTraffic.Result.NoSuchSubscription());
    }
}
