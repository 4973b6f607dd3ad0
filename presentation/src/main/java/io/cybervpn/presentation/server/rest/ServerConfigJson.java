package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.NodeConfig;
import io.cybervpn.application.server.ShowServerConfigs;
import io.cybervpn.application.server.port.ServerConfigs.Version;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a server was configured, in one version. Nothing in it is secret: a fingerprint tells only
 * that something is another.
 *
 * @param version from 1
 * @param hash of all of it; the same for the same
 * @param changes which of settings, profile and inbounds are not as in the version before
 */
@Schema(name = "ServerConfig")
public record ServerConfigJson(
        int version,
        String hash,
        Instant firstSeenAt,
        Instant lastSeenAt,
        List<String> changes,
        SettingsJson settings,
        ProfileJson profile,
        List<InboundJson> inbounds) {

    static ServerConfigJson of(ShowServerConfigs.Changed changed) {
        Version version = changed.version();
        NodeConfig config = version.config();
        return new ServerConfigJson(
                version.number(),
                version.hash(),
                version.firstSeenAt(),
                version.lastSeenAt(),
                changed.changes(),
                SettingsJson.of(config.settings()),
                new ProfileJson(
                        config.profile().ref(),
                        config.profile().name(),
                        config.profile().fingerprint()),
                config.inbounds().stream().map(InboundJson::of).toList());
    }

    /**
     * What is set for the node itself.
     *
     * @param trafficMultiplier a decimal
     * @param trafficLimitBytes null: none
     * @param trafficResetDay of the month; null: its traffic is not counted
     */
    @Schema(name = "ServerConfigSettings")
    public record SettingsJson(
            String name,
            String address,
            @Schema(nullable = true) @Nullable Integer port,
            @Schema(nullable = true) @Nullable String country,
            String trafficMultiplier,
            @Schema(nullable = true) @Nullable Long trafficLimitBytes,
            @Schema(nullable = true) @Nullable Integer trafficResetDay,
            List<String> tags) {
        private static SettingsJson of(NodeConfig.Settings settings) {
            return new SettingsJson(
                    settings.name(),
                    settings.address(),
                    settings.port().orElse(null),
                    settings.country().orElse(null),
                    settings.multiplier(),
                    settings.trafficLimitBytes().orElse(null),
                    settings.resetDay().orElse(null),
                    settings.tags());
        }
    }

    /** What it runs. */
    @Schema(name = "ServerConfigProfile")
    public record ProfileJson(String id, String name, String fingerprint) {}

    /** What clients connect to. */
    @Schema(name = "ServerConfigInbound")
    public record InboundJson(
            String id,
            String tag,
            String type,
            String network,
            String security,
            @Schema(nullable = true) @Nullable Integer port,
            String fingerprint) {
        private static InboundJson of(NodeConfig.Inbound inbound) {
            return new InboundJson(
                    inbound.ref(),
                    inbound.tag(),
                    inbound.type(),
                    inbound.network(),
                    inbound.security(),
                    inbound.port().orElse(null),
                    inbound.fingerprint());
        }
    }

    /**
     * A feed of them, the newest first.
     *
     * @param nextCursor where to go on; null at the end
     */
    @Schema(name = "ServerConfigFeed")
    public record FeedJson(
            List<ServerConfigJson> items, @Schema(nullable = true) @Nullable String nextCursor) {}
}
