package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.infrastructure.provisioning.remnawave.NodeJson.InboundJson;
import io.cybervpn.infrastructure.provisioning.remnawave.NodeJson.SquadJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of Remnawave 2.x and 3.x, by the routes that both have. Which squads lead to a node is
 * joined here, by the inbounds that both name: two calls, however many squads there are.
 */
@Singleton
class RemnawaveNodes implements PanelNodes {
    /** The panel that {@code cybervpn.panel.url} names; its name is for ever. */
    static final String PANEL = "00000000-0000-7000-8000-000000000001";

    private final PanelClient panel;
    private final PanelSettings settings;

    @Inject
    RemnawaveNodes(PanelClient panel, PanelSettings settings) {
        this.panel = panel;
        this.settings = settings;
    }

    @Override
    public List<String> panels() {
        return settings.url().map(_ -> List.of(PANEL)).orElse(List.of());
    }

    @Override
    public Uni<List<Node>> nodes(String name) {
        return panel.call(RemnawaveApi::squadsOfNodes)
                .map(answer -> byInbound(answer.response().internalSquads()))
                .chain(
                        groups ->
                                panel.call(RemnawaveApi::nodes)
                                        .map(answer -> nodes(answer.response(), groups)))
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private static List<Node> nodes(List<NodeJson> nodes, Map<String, List<String>> groups) {
        return nodes.stream().map(node -> node.node(groups)).toList();
    }

    private static Map<String, List<String>> byInbound(List<SquadJson> squads) {
        Map<String, List<String>> groups = new HashMap<>();
        for (SquadJson squad : squads) {
            inbounds(squad)
                    .forEach(
                            inbound ->
                                    groups.computeIfAbsent(inbound.uuid(), _ -> new ArrayList<>())
                                            .add(squad.name()));
        }
        return groups;
    }

    private static List<InboundJson> inbounds(SquadJson squad) {
        return Optional.ofNullable(squad.inbounds()).orElse(List.of());
    }

    @Override
    public Uni<Void> turn(String name, String node, boolean on) {
        return panel.call(api -> api.turnNode(node, on ? "enable" : "disable", nothing()))
                .replaceWithVoid()
                .onFailure()
                .transform(PanelClient::meaning);
    }

    /** 3.x demands a body. */
    @Override
    public Uni<Void> restart(String name, String node) {
        return panel.call(
                        api -> api.turnNode(node, "restart", nothing().put("forceRestart", false)))
                .replaceWithVoid()
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
