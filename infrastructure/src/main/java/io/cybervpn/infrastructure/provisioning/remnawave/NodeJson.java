package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cybervpn.application.server.port.PanelNodes.Node;
import io.cybervpn.domain.server.NodeFigures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A node as 2.x and 3.x show it. Of its inbounds, which hold private keys, only ids are read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NodeJson(
        String uuid,
        String name,
        String address,
        @Nullable Integer port,
        boolean isConnected,
        boolean isDisabled,
        @Nullable String lastStatusMessage,
        @Nullable String countryCode,
        @Nullable Long trafficUsedBytes,
        @Nullable Long usersOnline,
        @Nullable ProfileJson configProfile,
        @Nullable JsonNode system,
        @Nullable JsonNode versions) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** What the panel says when nobody chose a country. */
    private static final String NOWHERE = "XX";

    private static final int MESSAGE_LENGTH_MAX = 300;
    private static final int VERSIONS_LENGTH_MAX = 100;
    private static final int PORT_MAX = 65_535;
    private static final int WHOLE = 100;

    /** Which inbounds run on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProfileJson(@Nullable List<InboundJson> activeInbounds) {}

    /** One of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record InboundJson(String uuid) {}

    /** A squad with its inbounds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SquadJson(String name, @Nullable List<InboundJson> inbounds) {}

    /** All squads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SquadsOfNodesJson(List<SquadJson> internalSquads) {
        /** The envelope. */
        @JsonIgnoreProperties(ignoreUnknown = true)
        record Answer(SquadsOfNodesJson response) {}
    }

    /** The envelope of all nodes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<NodeJson> response) {}

    /**
     * For the shop.
     *
     * @param groups names of squads by the inbound that they lead to
     */
    Node node(Map<String, List<String>> groups) {
        return new Node(
                uuid,
                name,
                address,
                Optional.ofNullable(port).filter(one -> one >= 1 && one <= PORT_MAX),
                country(),
                isConnected,
                isDisabled,
                cut(Optional.ofNullable(lastStatusMessage).orElse(""), MESSAGE_LENGTH_MAX),
                groupsOf(groups),
                figures());
    }

    private Optional<String> country() {
        return Optional.ofNullable(countryCode)
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(code -> COUNTRY.matcher(code).matches() && !code.equals(NOWHERE));
    }

    private List<String> groupsOf(Map<String, List<String>> groups) {
        TreeSet<String> names = new TreeSet<>();
        Optional.ofNullable(configProfile)
                .map(ProfileJson::activeInbounds)
                .orElse(List.of())
                .forEach(inbound -> names.addAll(groups.getOrDefault(inbound.uuid(), List.of())));
        return List.copyOf(names);
    }

    private NodeFigures figures() {
        return new NodeFigures(
                Optional.ofNullable(usersOnline).filter(count -> count >= 0),
                load(),
                Optional.ofNullable(trafficUsedBytes).filter(bytes -> bytes >= 0),
                cut(versionsInWords(), VERSIONS_LENGTH_MAX));
    }

    /** The load of the last minute, by processor. */
    private Optional<Integer> load() {
        JsonNode cpus = at(system, "/info/cpus");
        JsonNode minute = at(system, "/stats/loadAvg/0");
        return cpus.isInt() && cpus.intValue() > 0 && minute.isNumber()
                ? Optional.of(percent(minute.doubleValue() / cpus.intValue()))
                : Optional.empty();
    }

    private static int percent(double share) {
        return (int) Math.clamp(Math.round(share * WHOLE), 0, WHOLE);
    }

    private static JsonNode at(@Nullable JsonNode tree, String path) {
        return tree == null ? MissingNode.getInstance() : tree.at(path);
    }

    private String versionsInWords() {
        if (versions == null || !versions.isObject()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        versions.properties().stream()
                .filter(entry -> entry.getValue().isTextual())
                .forEach(
                        entry ->
                                words.append(words.isEmpty() ? "" : ", ")
                                        .append(entry.getKey())
                                        .append(' ')
                                        .append(entry.getValue().textValue()));
        return words.toString();
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length)).replace("\0", "");
    }
}
