package io.cybervpn.infrastructure.provisioning.proxmox;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What comes next for a machine that is there. Only how it is counts, and no memory of what was
 * asked for before, so that a step may get lost or be done twice. Pure.
 *
 * <p>What is not to be used is stopped before anything else can refuse; what is to be used is
 * started last, once it has the size that was bought, and marked after that: a machine that has the
 * mark and stands still was switched off by its owner, and stays so.
 *
 * @param on whether its owner may use it now
 * @param disk the one that grows; empty for the one that it boots from
 * @param user as which its owner logs in, where its template does not say that
 */
record MachinePlan(
        AccessId access, AccessSpec spec, boolean on, Optional<String> disk, String user) {
    /** On every machine of ours. */
    static final String TAG = "cybervpn";

    private static final int CPU_PERCENT_MAX = 12_800;

    Step next(Machine machine) {
        if (machine.isUnfinished()) {
            return new Step.Await(locked(machine));
        }
        Step step = wanted(machine);
        boolean free = step instanceof Step.Done || machine.lock().isEmpty();
        return free ? step : new Step.Await(locked(machine));
    }

    private static String locked(Machine machine) {
        return "VM %d on %s is locked (%s)"
                .formatted(machine.vmid(), machine.node(), machine.lock().orElse(""));
    }

    private Step wanted(Machine machine) {
        if (!on && machine.running()) {
            return machine.isMarkedOn()
                    ? new Step.Configure(mark(machine, false))
                    : new Step.Shutdown();
        }
        boolean marked = on && machine.isMarkedOn();
        Map<String, String> settings = new HashMap<>(size(machine));
        settings.putAll(identity(machine));
        if (!written(machine, marked)) {
            settings.putAll(mark(machine, marked));
        }
        return settings.isEmpty() ? power(machine) : new Step.Configure(settings);
    }

    private Step power(Machine machine) {
        Optional<Step> bigger = grow(machine);
        if (bigger.isPresent()) {
            return bigger.get();
        }
        if (on && machine.isStopped()) {
            return new Step.Start();
        }
        return on && !machine.isMarkedOn()
                ? new Step.Configure(mark(machine, true))
                : new Step.Done();
    }

    private boolean written(Machine machine, boolean marked) {
        return machine.number("onboot", 0) == (marked ? 1 : 0)
                && machine.note().equals(Optional.of(MachineNote.of(access, spec, marked)));
    }

    private Map<String, String> mark(Machine machine, boolean marked) {
        return Map.of(
                "onboot",
                marked ? "1" : "0",
                "description",
                MachineNote.of(access, spec, marked).onto(machine.description()));
    }

    /** Its name, and the tags by which it is known should somebody change the name. */
    private Map<String, String> identity(Machine machine) {
        Map<String, String> settings = new HashMap<>();
        String name = MachineName.of(access).text();
        Set<String> tags = new TreeSet<>(machine.tags());
        if (tags.add(TAG) | tags.add(name)) {
            settings.put("tags", String.join(";", tags));
        }
        if (!machine.name().equals(name)) {
            settings.put("name", name);
        }
        if (machine.hasCloudInit() && machine.user().isEmpty()) {
            settings.put(Machine.USER, user);
        }
        return settings;
    }

    private Map<String, String> size(Machine machine) {
        return switch (spec.entitlement().resources()) {
            case Resources.None _ -> Map.of();
            case Resources.Line _ -> throw new PanelRefused("a line is no machine");
            case Resources.Machine wanted -> size(machine, wanted);
        };
    }

    private static Map<String, String> size(Machine machine, Resources.Machine wanted) {
        if (wanted.cpuPercent() > CPU_PERCENT_MAX) {
            throw new PanelRefused("Proxmox VE limits no machine to more than 128 cores");
        }
        Map<String, String> settings = new HashMap<>();
        int cores = Math.ceilDiv(wanted.cpuPercent(), 100);
        boolean asMany = machine.number("cores", 1) == cores && machine.number("sockets", 1) == 1;
        if (!asMany || machine.cpuPercent() != wanted.cpuPercent()) {
            settings.put("sockets", "1");
            settings.put("cores", String.valueOf(cores));
            settings.put("cpulimit", limit(wanted.cpuPercent()));
        }
        if (machine.memoryMib() != wanted.memoryMib()) {
            settings.put("memory", String.valueOf(wanted.memoryMib()));
        }
        return settings;
    }

    private static String limit(int percent) {
        return BigDecimal.valueOf(percent, 2).stripTrailingZeros().toPlainString();
    }

    private Optional<Step> grow(Machine machine) {
        return switch (spec.entitlement().resources()) {
            case Resources.None _, Resources.Line _ -> Optional.empty();
            case Resources.Machine wanted -> grow(machine, wanted.diskMib());
        };
    }

    private Optional<Step> grow(Machine machine, long wantedMib) {
        String name = disk.or(machine::bootDisk).orElse("");
        Optional<Long> mib = machine.diskMib(name);
        if (on) {
            refuse(machine, name, mib, wantedMib);
        }
        return mib.filter(is -> is < wantedMib).map(_ -> new Step.Grow(name, wantedMib));
    }

    /** What is switched off is left as it is: it may be given up before it is wanted again. */
    private static void refuse(Machine machine, String name, Optional<Long> mib, long wantedMib) {
        if (mib.isEmpty()) {
            throw new PanelRefused("VM %d has no disk %s".formatted(machine.vmid(), name));
        }
        long isMib = mib.get();
        if (isMib > wantedMib && !Machine.isAsBig(isMib, wantedMib)) {
            throw new PanelRefused(
                    ("the disk %s of VM %d has %d MiB and cannot shrink to the %d MiB that were"
                                    + " bought: give another plan, or move the data to a smaller"
                                    + " disk")
                            .formatted(name, machine.vmid(), isMib, wantedMib));
        }
    }
}
