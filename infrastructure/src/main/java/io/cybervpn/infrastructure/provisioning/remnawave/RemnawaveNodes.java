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
    private final RemnawaveClients panels;

    @Inject
    RemnawaveNodes(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public List<String> panels() {
        return panels.atWork();
    }

    @Override
    public Uni<List<Node>> nodes(String name) {
        return panels.call(name, RemnawaveApi::squadsOfNodes)
                .map(answer -> byInbound(answer.response().internalSquads()))
                .chain(
                        groups ->
                                panels.call(name, RemnawaveApi::nodes)
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
        return panels.call(name, api -> api.turnNode(node, on ? "enable" : "disable", nothing()))
                .replaceWithVoid()
                .onFailure()
                .transform(PanelClient::meaning);
    }

    /** 3.x demands a body. */
    @Override
    public Uni<Void> restart(String name, String node) {
        return panels.call(
                        name,
                        api -> api.turnNode(node, "restart", nothing().put("forceRestart", false)))
                .replaceWithVoid()
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
