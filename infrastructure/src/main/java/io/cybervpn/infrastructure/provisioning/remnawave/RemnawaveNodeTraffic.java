package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.server.port.NodeTraffic;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** What Remnawave sums up by node and day. */
@Singleton
class RemnawaveNodeTraffic implements NodeTraffic {
    private static final int TOP_NODES = 1;

    private final RemnawaveClients panels;

    @Inject
    RemnawaveNodeTraffic(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public Uni<List<NodeDay>> byDay(String name, LocalDate from, LocalDate to) {
        return panels.call(name, api -> api.nodesTraffic(from.toString(), to.toString(), TOP_NODES))
                .map(answer -> answer.response().days())
                .onFailure()
                .transform(PanelClient::meaning);
    }
}
