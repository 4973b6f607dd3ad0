package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.server.NodeConfig;
import io.cybervpn.application.server.port.PanelConfigs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Configurations of Remnawave 2.x and 3.x, by two calls of the panel however many nodes it has. */
@Singleton
class RemnawaveNodeConfigs implements PanelConfigs {
    private final RemnawaveClients panels;

    @Inject
    RemnawaveNodeConfigs(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public Uni<List<OfNode>> configs(String name) {
        return panels.call(name, RemnawaveApi::profiles)
                .map(answer -> profiles(answer.response()))
                .chain(
                        profiles ->
                                panels.call(name, RemnawaveApi::nodesWithConfigs)
                                        .map(answer -> configs(answer, profiles)))
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private static Map<String, NodeConfig.Profile> profiles(ConfigsJson.ProfilesJson all) {
        return Optional.ofNullable(all.configProfiles()).orElse(List.of()).stream()
                .map(ConfigsJson.ProfileJson::profile)
                .collect(Collectors.toMap(NodeConfig.Profile::ref, one -> one, (one, _) -> one));
    }

    private static List<OfNode> configs(
            ConfigsJson answer, Map<String, NodeConfig.Profile> profiles) {
        return answer.response().stream().map(node -> node.config(profiles)).toList();
    }
}
