package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelKeys;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Revokes what a user of the panel has: it gives him another link and other keys. */
@Singleton
class RemnawaveKeys implements PanelKeys {
    private final RemnawaveClients panels;

    @Inject
    RemnawaveKeys(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public Uni<Optional<PanelUser>> renew(PanelUser user) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        return panels.call(user.panel(), api -> api.revoke(user.ref(), all))
                .map(answer -> Optional.of(answer.response().user(user.panel())))
                .onFailure(RemnawaveKeys::isUserUnknown)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private static boolean isUserUnknown(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.isUserUnknown();
    }
}
