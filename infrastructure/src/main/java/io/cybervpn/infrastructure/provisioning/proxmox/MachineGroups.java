package io.cybervpn.infrastructure.provisioning.proxmox;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.domain.provisioning.AccessId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What server groups of plans are here: parts {@code key=value}, separated by commas. Of several
 * groups of a plan each part counts that is said first. {@code template} is the id of the machine
 * that is copied; {@code node} where the copy is to be, else where the template is; {@code storage}
 * and {@code pool}; {@code full=0} for a copy that stays linked to the template; {@code disk} that
 * grows, else the one that it boots from; {@code ids} as {@code first-last}; {@code user} as which
 * its owner logs in, where the template says none.
 */
final class MachineGroups {
    private static final Predicate<String> IS_ID =
            Pattern.compile("[1-9]\\d{2,8}").asMatchPredicate();

    private final Map<String, Map<String, String>> groups = new TreeMap<>();

    MachineGroups(Map<String, String> told) {
        told.forEach((name, text) -> groups.put(name, parts(text)));
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(",", -1)) {
            String[] both = part.split("=", 2);
            if (both.length == 2) {
                parts.putIfAbsent(both[0].strip(), both[1].strip());
            }
        }
        return Map.copyOf(parts);
    }

    /**
     * How a machine is made.
     *
     * @param linked to its template, whose storage it stays on
     */
    record Making(
            int template,
            Optional<String> node,
            Optional<String> storage,
            Optional<String> pool,
            boolean linked,
            MachineIds ids) {}

    List<String> names() {
        return List.copyOf(groups.keySet());
    }

    /** For a plan; refuses by name what is not known here. */
    Making making(List<String> wanted) {
        Map<String, String> parts = merged(wanted);
        return new Making(
                template(wanted, parts),
                Optional.ofNullable(parts.get("node")),
                Optional.ofNullable(parts.get("storage")),
                Optional.ofNullable(parts.get("pool")),
                "0".equals(parts.get("full")),
                ids(parts));
    }

    /** The disk that grows, where a group says it. */
    Optional<String> disk(List<String> wanted) {
        return Optional.ofNullable(merged(wanted).get("disk"));
    }

    /** As {@link #disk}, where groups may be of an earlier time. */
    Optional<String> knownDisk(Collection<String> noted) {
        return noted.stream().sorted().flatMap(name -> said(name, "disk").stream()).findFirst();
    }

    /** As which the owner of a machine logs in, where its template does not say that. */
    String user(List<String> wanted) {
        return wanted.stream()
                .flatMap(name -> said(name, "user").stream())
                .findFirst()
                .orElse("customer");
    }

    /** The template of a group; empty for one that says none. */
    Optional<Integer> template(String group) {
        return said(group, "template").filter(IS_ID).map(Integer::valueOf);
    }

    private Optional<String> said(String group, String part) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(part));
    }

    private Map<String, String> merged(List<String> wanted) {
        Map<String, String> parts = new HashMap<>();
        for (String name : wanted) {
            Map<String, String> said = groups.get(name);
            if (said == null) {
                throw new PanelRefused("the server group " + name + " means nothing there");
            }
            said.forEach(parts::putIfAbsent);
        }
        return parts;
    }

    private static int template(List<String> wanted, Map<String, String> parts) {
        String template = parts.getOrDefault("template", "");
        if (!IS_ID.test(template)) {
            throw new PanelRefused("no template is said for the server groups " + wanted);
        }
        return Integer.parseInt(template);
    }

    private static MachineIds ids(Map<String, String> parts) {
        return Optional.ofNullable(parts.get("ids"))
                .map(
                        text ->
                                MachineIds.read(text)
                                        .orElseThrow(
                                                () -> new PanelRefused("no range of ids: " + text)))
                .orElse(MachineIds.USUAL);
    }

    /** All ids that a machine of an access may have, whatever its plan is or was. */
    List<Integer> idsOf(AccessId access) {
        return Stream.concat(ranges(), Stream.of(MachineIds.USUAL))
                .distinct()
                .flatMap(ids -> ids.of(access).stream())
                .toList();
    }

    private Stream<MachineIds> ranges() {
        return groups.values().stream()
                .flatMap(parts -> Optional.ofNullable(parts.get("ids")).stream())
                .flatMap(text -> MachineIds.read(text).stream());
    }
}
