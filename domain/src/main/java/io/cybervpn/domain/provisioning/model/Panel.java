package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.shared.Limit;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A panel that the shop brings accesses to.
 *
 * @param kind never changes
 * @param address empty only for the configured one, whose address stands in the configuration
 * @param placing whom it takes
 * @param callsPerSecond the most that are made by one instance of the shop, 1 to 1000
 * @param version counts its edits, from 1
 */
public record Panel(
        PanelId id,
        String name,
        PanelKind kind,
        Optional<URI> address,
        Placing placing,
        PanelMode mode,
        int callsPerSecond,
        long version) {
    /** The most calls in a second that may be set. */
    public static final int CALLS_MAX = 1_000;

    /**
     * Whom a panel takes.
     *
     * @param region for staff, and for whoever has to leave another panel: he stays in his region
     *     where he can
     * @param weight how many it takes beside the others, 1 to 1000
     * @param usersMax where others are asked first
     * @param groups the server groups of plans that it offers, each with what it is there; an empty
     *     text: the group of the same name. No group at all: whatever a plan names
     */
    public record Placing(String region, int weight, Limit usersMax, Map<String, String> groups) {
        /** The greatest weight. */
        public static final int WEIGHT_MAX = 1_000;

        /** Copies the groups. */
        public Placing {
            groups = Map.copyOf(groups);
        }

        /** Whether it has all of them. */
        public boolean offers(List<String> wanted) {
            return groups.isEmpty() || groups.keySet().containsAll(wanted);
        }
    }

    /**
     * Whether plans that give this can be placed there: it is of the right kind, with the groups.
     * Staff are asked for nothing but what they were named for.
     */
    public boolean offers(Entitlement wanted) {
        return kind.serves(wanted.resources())
                && placing.offers(wanted.serverGroups())
                && (kind != PanelKind.MANUAL || !wanted.serverGroups().isEmpty());
    }

    /** How it is told in the audit log. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("name", name);
        texts.put("kind", kind.code());
        texts.put("url", address.map(URI::toString).orElse(""));
        texts.put("region", placing.region());
        texts.put("weight", String.valueOf(placing.weight()));
        texts.put("usersMax", placing.usersMax().toString());
        texts.put("groups", new TreeMap<>(placing.groups()).toString());
        texts.put("state", mode.code());
        texts.put("callsPerSecond", String.valueOf(callsPerSecond));
        return texts;
    }

    /** As it is when nobody has touched the configured one yet. */
    public static Panel configured() {
        return new Panel(
                PanelId.CONFIGURED,
                "configured",
                PanelKind.REMNAWAVE,
                Optional.empty(),
                new Placing("", 100, Limit.unlimited(), Map.of()),
                PanelMode.ACTIVE,
                CALLS_MAX,
                1);
    }
}
