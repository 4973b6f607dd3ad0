package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelActions;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What 2.x and 3.x do once. Connections can be ended on 3.x alone. */
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
        UserRef ref = UserRef.of(user);
        return ref.isOfThree()
                ? drop(user.panel(), ref)
                : Uni.createFrom().item(Dropped.NOT_OFFERED);
    }

    private Uni<Dropped> drop(PanelId panel, UserRef ref) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("dropBy").put("by", "userIds").putArray("userIds").add(ref.number());
        body.putObject("targetNodes").put("target", "allNodes");
        return panels.call(panel, api -> api.dropConnections(body))
                .replaceWith(Dropped.TOLD)
                .onFailure(RemnawaveActions::isNobodyConnected)
                .recoverWithItem(Dropped.NOBODY_CONNECTED)
                .onFailure()
                .transform(UserRef::meaning);
    }

    private static boolean isNobodyConnected(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.is(NO_NODE_CONNECTED);
    }
}
