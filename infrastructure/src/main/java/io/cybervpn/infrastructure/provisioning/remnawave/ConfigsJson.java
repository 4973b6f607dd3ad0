package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.server.NodeConfig;
import io.cybervpn.application.server.port.PanelConfigs.OfNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All nodes as the panel configured them, on 2.x and 3.x. Inbounds and profiles hold private keys:
 * of them only fingerprints leave this file.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConfigsJson(List<NodeJson> response) {

    /** The envelope of all profiles. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProfilesAnswer(ProfilesJson response) {}

    /** All profiles. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProfilesJson(@Nullable List<ProfileJson> configProfiles) {}

    /** A profile, which many nodes may run. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProfileJson(String uuid, @Nullable String name, @Nullable JsonNode config) {
        NodeConfig.Profile profile() {
            return new NodeConfig.Profile(
                    uuid, text(name), Optional.ofNullable(config).map(Fingerprint::of).orElse(""));
        }
    }

    /** A node. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NodeJson(
            String uuid,
            String name,
            String address,
            @Nullable Integer port,
            @Nullable String countryCode,
            @Nullable BigDecimal consumptionMultiplier,
            boolean isTrafficTrackingActive,
            @Nullable Long trafficLimitBytes,
            @Nullable Integer trafficResetDay,
            @Nullable List<String> tags,
            @Nullable RunsJson configProfile) {
        OfNode config(Map<String, NodeConfig.Profile> profiles) {
            String profile = runs().map(RunsJson::activeConfigProfileUuid).orElse("");
            return new OfNode(
                    uuid,
                    new NodeConfig(
                            settings(),
                            profiles.getOrDefault(profile, new NodeConfig.Profile(profile, "", "")),
                            runs().map(RunsJson::activeInbounds).orElse(List.of()).stream()
                                    .map(InboundJson::inbound)
                                    .sorted(
                                            Comparator.comparing(NodeConfig.Inbound::tag)
                                                    .thenComparing(NodeConfig.Inbound::ref))
                                    .toList()));
        }

        private Optional<RunsJson> runs() {
            return Optional.ofNullable(configProfile);
        }

        /** A limit of zero is none; what is not counted does not begin anew. */
        private NodeConfig.Settings settings() {
            return new NodeConfig.Settings(
                    name,
                    address,
                    Optional.ofNullable(port),
                    Optional.ofNullable(countryCode).filter(code -> !code.equals("XX")),
                    Optional.ofNullable(consumptionMultiplier)
                            .orElse(BigDecimal.ONE)
                            .stripTrailingZeros()
                            .toPlainString(),
                    Optional.ofNullable(trafficLimitBytes).filter(bytes -> bytes > 0),
                    Optional.ofNullable(trafficResetDay).filter(_ -> isTrafficTrackingActive),
                    Optional.ofNullable(tags).orElse(List.of()).stream().sorted().toList());
        }
    }

    /** What a node runs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RunsJson(
            @Nullable String activeConfigProfileUuid, @Nullable List<InboundJson> activeInbounds) {}

    /** One inbound. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record InboundJson(
            String uuid,
            @Nullable String tag,
            @Nullable String type,
            @Nullable String network,
            @Nullable String security,
            @Nullable Integer port,
            @Nullable JsonNode rawInbound) {
        NodeConfig.Inbound inbound() {
            return new NodeConfig.Inbound(
                    uuid,
                    text(tag),
                    text(type),
                    text(network),
                    text(security),
                    Optional.ofNullable(port),
                    Optional.ofNullable(rawInbound).map(Fingerprint::of).orElse(""));
        }
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
