package io.cybervpn.application.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a panel configured a node, without anything that is secret: of what may hold keys there is a
 * fingerprint, which tells that it is another and nothing more.
 *
 * @param inbounds in the order of their tags
 */
public record NodeConfig(Settings settings, Profile profile, List<Inbound> inbounds) {
    /** Copies the inbounds. */
    public NodeConfig {
        inbounds = List.copyOf(inbounds);
    }

    /**
     * What is set for the node itself.
     *
     * @param multiplier by which traffic counts, a decimal
     * @param trafficLimitBytes empty: none
     * @param resetDay of the month on which its traffic begins anew; empty: it is not counted
     */
    public record Settings(
            String name,
            String address,
            Optional<Integer> port,
            Optional<String> country,
            String multiplier,
            Optional<Long> trafficLimitBytes,
            Optional<Integer> resetDay,
            List<String> tags) {
        /** Copies the tags. */
        public Settings {
            tags = List.copyOf(tags);
        }
    }

    /**
     * The profile that the node runs.
     *
     * @param ref the panel's name of it, opaque; empty text: none
     * @param name empty text: the panel does not say
     * @param fingerprint of the whole profile; empty text: the panel does not show it
     */
    public record Profile(String ref, String name, String fingerprint) {}

    /**
     * What clients connect to on it.
     *
     * @param ref the panel's name of it, opaque
     * @param type such as vless
     * @param network such as tcp; empty text: the panel does not say
     * @param security such as reality; empty text: none
     * @param fingerprint of all of it
     */
    public record Inbound(
            String ref,
            String tag,
            String type,
            String network,
            String security,
            Optional<Integer> port,
            String fingerprint) {}

    /** Which parts are not as they were: {@code settings}, {@code profile}, {@code inbounds}. */
    public List<String> changesSince(NodeConfig before) {
        List<String> changes = new ArrayList<>();
        if (!settings.equals(before.settings)) {
            changes.add("settings");
        }
        if (!profile.equals(before.profile)) {
            changes.add("profile");
        }
        if (!inbounds.equals(before.inbounds)) {
            changes.add("inbounds");
        }
        return changes;
    }
}
