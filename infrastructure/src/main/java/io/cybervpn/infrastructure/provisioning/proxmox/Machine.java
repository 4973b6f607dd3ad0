package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelState;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A machine as it is set now.
 *
 * @param running whether it has power
 */
record Machine(int vmid, String node, JsonNode config, boolean running) {
    /** Storages round up; less than this is no other size. */
    private static final long ROUNDING_MIB = 128;

    private static final Pattern BOOT = Pattern.compile("order=([a-z]+\\d+)[;,]?.*");
    private static final Pattern SIZE = Pattern.compile("(?:^|,)size=(\\d+)([KMGT]?)(?:,|$)");
    private static final Pattern CLOUD_INIT = Pattern.compile(".*cloudinit.*media=cdrom.*");
    private static final Pattern AGENT = Pattern.compile("(enabled=)?1(,.*)?");
    private static final Pattern STATIC = Pattern.compile("(?:^|,)ip=([\\d.]+)/");
    private static final Pattern STATIC_6 = Pattern.compile("(?:^|,)ip6=([0-9a-fA-F]*:[\\w:.]*)/");
    private static final Set<String> UNFINISHED = Set.of("clone", "create");

    /** As which cloud-init lets its owner in. */
    static final String USER = "ciuser";

    /** Whether it is told by cloud-init who may log in. */
    boolean hasCloudInit() {
        return config.properties().stream()
                .anyMatch(one -> CLOUD_INIT.matcher(one.getValue().asText("")).matches());
    }

    /** As which its owner logs in. */
    Optional<String> user() {
        return Optional.of(config.path(USER).asText("")).filter(it -> !it.isEmpty());
    }

    /** Whether it is said to run a guest agent, which may be asked. */
    boolean hasAgent() {
        return running && AGENT.matcher(config.path("agent").asText("")).matches();
    }

    /** The address that it is given; empty where it gets one by itself. */
    Optional<String> address() {
        String network = config.path("ipconfig0").asText("");
        return Stream.of(STATIC, STATIC_6)
                .map(pattern -> pattern.matcher(network))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Whether it is the machine of an access, by its name, its tag or its notes. */
    boolean isOf(AccessId access) {
        MachineName name = MachineName.of(access);
        return name.text().equals(name())
                || tags().contains(name.text())
                || note().filter(note -> note.name().equals(name)).isPresent();
    }

    String name() {
        return config.path("name").asText("");
    }

    Set<String> tags() {
        return Cluster.tags(config).collect(Collectors.toSet());
    }

    String description() {
        return config.path("description").asText("");
    }

    Optional<MachineNote> note() {
        return MachineNote.read(description());
    }

    /** Who holds it, such as a backup. */
    Optional<String> lock() {
        return Optional.of(config.path("lock").asText("")).filter(lock -> !lock.isEmpty());
    }

    /** Whether it is being made; until then it may not even have a name. */
    boolean isUnfinished() {
        return lock().filter(UNFINISHED::contains).isPresent();
    }

    /** Whether it was started as wanted, and starts with its node. */
    boolean isMarkedOn() {
        return number("onboot", 0) == 1 && note().filter(MachineNote::on).isPresent();
    }

    /** Whether its owner cannot use it by our doing: he switches off and on as he likes. */
    boolean isStopped() {
        return !running && !isMarkedOn();
    }

    long number(String field, long usual) {
        return config.path(field).asLong(usual);
    }

    /** Memory has more words in newer versions. */
    long memoryMib() {
        String text = config.path("memory").asText("512").replace("current=", "");
        return Long.parseLong(text.split(",", 2)[0]);
    }

    /** Percent of a core that it may take; all of its cores where no limit is set. */
    long cpuPercent() {
        BigDecimal limit = new BigDecimal(config.path("cpulimit").asText("0"));
        return limit.signum() == 0
                ? 100 * number("cores", 1) * number("sockets", 1)
                : limit.movePointRight(2).longValue();
    }

    /** The disk that it boots from, or the first that it has. */
    Optional<String> bootDisk() {
        Matcher order = BOOT.matcher(config.path("boot").asText(""));
        Stream<String> told = order.matches() ? Stream.of(order.group(1)) : Stream.of();
        return Stream.concat(told, Stream.of("scsi0", "virtio0", "sata0", "ide0"))
                .filter(disk -> diskMib(disk).isPresent())
                .findFirst();
    }

    /** How big a disk is; empty for one that it does not have. */
    Optional<Long> diskMib(String disk) {
        String drive = config.path(disk).asText("");
        Matcher size = SIZE.matcher(drive);
        return !drive.contains("media=cdrom") && size.find()
                ? Optional.of(mebibytes(Long.parseLong(size.group(1)), size.group(2)))
                : Optional.empty();
    }

    private static long mebibytes(long amount, String unit) {
        return switch (unit) {
            case "K" -> amount / 1024;
            case "M" -> amount;
            case "G" -> amount * 1024;
            case "T" -> amount * 1024 * 1024;
            default -> amount / (1024 * 1024);
        };
    }

    /** Whether a disk is as big as it should be. */
    static boolean isAsBig(long isMib, long wantedMib) {
        return isMib >= wantedMib && isMib - wantedMib < ROUNDING_MIB;
    }

    /** What it gives, by what was asked for where the cluster keeps nothing of it. */
    PanelState state(Optional<String> disk) {
        return PanelState.of(
                isStopped(),
                note().map(MachineNote::groups).orElse(Set.of()),
                note().map(MachineNote::asked)
                        .map(asked -> has(asked, disk))
                        .orElse(Resources.none()));
    }

    private Resources has(Resources asked, Optional<String> disk) {
        return switch (asked) {
            case Resources.None _, Resources.Line _ -> Resources.none();
            case Resources.Machine it ->
                    has(it, disk.or(this::bootDisk).flatMap(this::diskMib).orElse(0L));
        };
    }

    private Resources has(Resources.Machine asked, long diskMib) {
        boolean same =
                cpuPercent() == asked.cpuPercent()
                        && memoryMib() == asked.memoryMib()
                        && isAsBig(diskMib, asked.diskMib());
        return same
                ? asked
                : new Resources.Machine(
                        bounded(cpuPercent(), Resources.Machine.CPU_PERCENT_MAX),
                        bounded(memoryMib(), Resources.Machine.MEMORY_MIB_MAX),
                        bounded(diskMib, Resources.Machine.DISK_MIB_MAX),
                        asked.databases(),
                        asked.backups(),
                        asked.ports());
    }

    private static int bounded(long amount, int most) {
        return Math.clamp(amount, 1, most);
    }
}
