package io.cybervpn.infrastructure.provisioning.proxmox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MachinePlanTest {
    private static final AccessId ACCESS =
            new AccessId(UUID.fromString("0190b7a0-0000-7000-8000-0000000000aa"));
    private static final String NAME = "cv-0190b7a0000070008000" + "0000000000aa";
    private static final Instant END = Instant.parse("2026-12-24T10:00:00Z");

    private final ObjectNode config =
            JsonNodeFactory.instance
                    .objectNode()
                    .put("name", NAME)
                    .put("tags", "cybervpn;" + NAME)
                    .put("boot", "order=scsi0;net0")
                    .put("scsi0", "local-lvm:vm-105-disk-0,size=20G")
                    .put("cores", 2)
                    .put("cpulimit", "1.5")
                    .put("memory", "4096")
                    .put("onboot", 1)
                    .put("description", note(true).onto(""));

    private static AccessSpec spec(int cpuPercent, int diskMib) {
        return new AccessSpec(
                true,
                END,
                new Entitlement(
                        Limit.unlimited(),
                        TrafficReset.NO_RESET,
                        Limit.unlimited(),
                        List.of("vps"),
                        new Resources.Machine(cpuPercent, 4_096, diskMib, 0, 0, 1)));
    }

    private static MachineNote note(boolean on) {
        return MachineNote.of(ACCESS, spec(150, 20_480), on);
    }

    private Step next(boolean on, AccessSpec spec, boolean running) {
        return new MachinePlan(ACCESS, spec, on, Optional.empty(), "customer")
                .next(new Machine(105, "pve1", config, running));
    }

    private Step next(boolean on, boolean running) {
        return next(on, spec(150, 20_480), running);
    }

    private static Map<String, String> settings(Step step) {
        return ((Step.Configure) step).settings();
    }

    @Test
    void nothing_is_done_to_what_is_as_it_should_be_even_while_a_backup_holds_it() {
        config.put("lock", "backup");
        assertThat(next(true, true)).isEqualTo(new Step.Done());
        assertThat(next(true, spec(300, 20_480), true))
                .isEqualTo(new Step.Await("VM 105 on pve1 is locked (backup)"));
    }

    @Test
    void what_its_owner_switched_off_stays_off() {
        assertThat(next(true, false)).isEqualTo(new Step.Done());
    }

    @Test
    void what_we_stopped_is_started_and_then_marked() {
        config.put("onboot", 0).put("description", note(false).onto("staff's own words"));
        assertThat(next(true, false)).isEqualTo(new Step.Start());
        assertThat(settings(next(true, true)))
                .containsEntry("onboot", "1")
                .containsEntry("description", note(true).onto("staff's own words"));
    }

    @Test
    void what_has_ended_loses_its_mark_is_stopped_and_is_then_left_alone() {
        assertThat(settings(next(false, true))).containsEntry("onboot", "0");
        config.put("onboot", 0).put("description", note(false).onto(""));
        assertThat(next(false, true)).isEqualTo(new Step.Shutdown());
        assertThat(next(false, false)).isEqualTo(new Step.Done());
        assertThat(next(false, spec(150, 1_024), false)).isInstanceOf(Step.Configure.class);
    }

    @Test
    void a_bigger_plan_is_set_and_its_disk_grows() {
        assertThat(settings(next(true, spec(400, 40_960), true)))
                .containsEntry("cores", "4")
                .containsEntry("cpulimit", "4")
                .containsEntry("sockets", "1")
                .doesNotContainKeys("memory", "name", "tags");
        config.put("description", MachineNote.of(ACCESS, spec(150, 40_960), true).onto(""));
        assertThat(next(true, spec(150, 40_960), true)).isEqualTo(new Step.Grow("scsi0", 40_960));
    }

    @Test
    void a_disk_never_shrinks_and_what_a_storage_rounds_up_is_no_difference() {
        config.put("description", MachineNote.of(ACCESS, spec(150, 10_240), true).onto(""));
        assertThatThrownBy(() -> next(true, spec(150, 10_240), true))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("scsi0 of VM 105 has 20480 MiB and cannot shrink to");
        config.put("description", MachineNote.of(ACCESS, spec(150, 20_479), true).onto(""));
        assertThat(next(true, spec(150, 20_479), true)).isEqualTo(new Step.Done());
    }

    @Test
    void another_name_is_mended_and_tags_of_others_stay() {
        config.put("name", "renamed").put("tags", "debian;prod");
        assertThat(settings(next(true, true)))
                .isEqualTo(Map.of("name", NAME, "tags", NAME + ";cybervpn;debian;prod"));
    }

    @Test
    void a_machine_that_is_being_made_is_waited_for() {
        config.removeAll().put("lock", "clone");
        assertThat(next(true, false)).isInstanceOf(Step.Await.class);
        assertThat(next(false, false)).isInstanceOf(Step.Await.class);
    }

    @Test
    void notes_are_read_back_and_written_anew_when_somebody_spoilt_them() {
        String notes = note(true).onto("first\nsecond") + "\n";
        assertThat(MachineNote.read(notes)).contains(note(true));
        assertThat(note(false).onto(notes).lines().skip(1)).containsExactly("first", "second");
        assertThat(MachineNote.read(notes.replace("150/", "much/"))).isEmpty();
        assertThat(MachineNote.read("cybervpn is good")).isEmpty();
    }

    @Test
    void the_ids_of_an_access_are_always_the_same_and_within_the_range() {
        MachineIds ids = new MachineIds(5_000, 5_999);
        assertThat(ids.of(ACCESS)).isEqualTo(ids.of(ACCESS)).allMatch(it -> it / 1_000 == 5);
        assertThat(ids.of(new AccessId(UUID.randomUUID()))).isNotEqualTo(ids.of(ACCESS));
        assertThat(MachineIds.USUAL.of(ACCESS)).hasSize(8).allMatch(it -> it >= 100_000_000);
        assertThat(MachineIds.read("100-100")).contains(new MachineIds(100, 100));
        assertThat(MachineIds.read("200-100")).isEmpty();
        assertThat(MachineIds.read("99-200")).isEmpty();
    }

    @Test
    void several_groups_say_together_how_a_machine_is_made() {
        MachineGroups groups =
                new MachineGroups(
                        Map.of(
                                "vps",
                                "template=9000, storage=ceph",
                                "nl",
                                "node=pve2,storage=local,ids=200-299"));
        MachineGroups.Making making = groups.making(List.of("vps", "nl"));
        assertThat(making.template()).isEqualTo(9_000);
        assertThat(making.storage()).contains("ceph");
        assertThat(making.node()).contains("pve2");
        assertThat(making.ids()).isEqualTo(new MachineIds(200, 299));
        assertThatThrownBy(() -> groups.making(List.of("vps", "Atlantis")))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("Atlantis");
        assertThatThrownBy(() -> groups.making(List.of("nl"))).isInstanceOf(PanelRefused.class);
    }
}
