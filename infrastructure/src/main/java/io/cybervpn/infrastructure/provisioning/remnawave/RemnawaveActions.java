package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelActions;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What 2.x and 3.x do once. Connections are ended by a route of each; older 2.x have none. */
@Singleton
class RemnawaveActions implements PanelActions {
    private static final String NO_NODE_CONNECTED = "A219";

    private final RemnawaveClients panels;

    @Inject
    RemnawaveActions(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public Uni<Void> resetTraffic(PanelUser user) {
        return panels.call(user.panel(), api -> api.resetTraffic(user.ref()))
                .replaceWithVoid()
                .onFailure()
                .transform(UserRef::meaning);
    }

    @Override
    public Uni<Dropped> dropConnections(PanelUser user) {
        return panels.find(user.panel()).isPresent()
                ? drop(user.panel(), UserRef.of(user))
                : Uni.createFrom().item(Dropped.NOT_OFFERED);
    }

    private Uni<Dropped> drop(PanelId panel, UserRef ref) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        name(body.putObject("dropBy"), ref);
        body.putObject("targetNodes").put("target", "allNodes");
        return panels.call(
                        panel,
                        api ->
                                ref.isOfThree()
                                        ? api.dropConnections(body)
                                        : api.dropConnectionsOfTwo(body))
                .replaceWith(Dropped.TOLD)
                .onFailure(RemnawaveActions::isNobodyConnected)
                .recoverWithItem(Dropped.NOBODY_CONNECTED)
                .onFailure(failure -> isOfOlderTwo(ref, failure))
                .recoverWithItem(Dropped.NOT_OFFERED)
                .onFailure()
                .transform(UserRef::meaning);
    }

    private static void name(ObjectNode dropBy, UserRef ref) {
        if (ref.isOfThree()) {
            dropBy.put("by", "userIds").putArray("userIds").add(ref.number());
        } else {
            dropBy.put("by", "userUuids").putArray("userUuids").add(ref.text());
        }
    }

    private static boolean isOfOlderTwo(UserRef ref, Throwable failure) {
        return !ref.isOfThree() && failure instanceof PanelAnswer answer && answer.isRouteUnknown();
    }

    private static boolean isNobodyConnected(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.is(NO_NODE_CONNECTED);
    }
}
