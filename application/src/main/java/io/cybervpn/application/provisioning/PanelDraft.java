package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.model.PanelAddress;
import io.cybervpn.domain.shared.Limit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What staff say of a panel.
 *
 * @param name 1 to 60 characters; no other panel has it
 * @param address empty only for the configured panel and for manual ones, which must not have one
 *     here
 * @param region up to 40 characters
 * @param weight 1 to 1000
 * @param groups server groups of plans with what each is there; see the kinds of panels. A manual
 *     one has some: it takes what names them
 * @param callsPerSecond 1 to 1000
 */
public record PanelDraft(
        String name,
        Optional<String> address,
        String region,
        int weight,
        Limit usersMax,
        Map<String, String> groups,
        int callsPerSecond) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");
    private static final Pattern REGION = Pattern.compile("[\\p{L}\\p{N} ._-]{0,40}");
    private static final Pattern GROUP = Pattern.compile("[^\\p{Cntrl}]{1,60}");
    private static final Pattern INBOUNDS = Pattern.compile("[^\\p{Cntrl}]{0,200}");
    private static final Pattern PARTS =
            Pattern.compile("(?=.{0,200}$)(\\s*[A-Za-z][\\w.]*=[^,\\p{Cntrl}]+(,|$))*+");
    private static final int GROUPS_MAX = 100;

    /** Copies the groups. */
    public PanelDraft {
        groups = Map.copyOf(groups);
    }

    /** Names of fields that cannot be so. */
    List<String> faults(PanelKind kind, boolean configured) {
        List<String> faults = new ArrayList<>();
        note(faults, "name", NAME.matcher(name).matches());
        boolean none = configured || kind == PanelKind.MANUAL;
        note(faults, "url", none ? address.isEmpty() : uri().isPresent());
        note(faults, "region", REGION.matcher(region).matches());
        note(faults, "weight", weight >= 1 && weight <= Panel.Placing.WEIGHT_MAX);
        note(faults, "groups", groups.size() <= GROUPS_MAX && groupsFit(kind));
        note(faults, "callsPerSecond", callsPerSecond >= 1 && callsPerSecond <= Panel.CALLS_MAX);
        return List.copyOf(faults);
    }

    private boolean groupsFit(PanelKind kind) {
        return (kind != PanelKind.MANUAL || !groups.isEmpty())
                && groups.keySet().stream().allMatch(name -> GROUP.matcher(name).matches())
                && groups.values().stream()
                        .allMatch(
                                value ->
                                        switch (kind) {
                                            // Parts key=value.
                                            case PROXMOX, PTERODACTYL ->
                                                    PARTS.matcher(value).matches();
                                            // What staff have to know to make it.
                                            case MANUAL -> INBOUNDS.matcher(value).matches();
                                            // A squad has the name of the group.
                                            case REMNAWAVE -> value.isEmpty();
                                            // Ids, tags or remarks of inbounds.
                                            case XUI -> INBOUNDS.matcher(value).matches();
                                        });
    }

    private static void note(List<String> faults, String name, boolean sound) {
        if (!sound) {
            faults.add(name);
        }
    }

    Optional<URI> uri() {
        return address.flatMap(PanelAddress::read);
    }

    Panel.Placing placing() {
        return new Panel.Placing(region, weight, usersMax, groups);
    }
}
