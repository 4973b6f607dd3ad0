package io.cybervpn.application.server;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.server.port.PanelConfigs;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.ServerConfigs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/**
 * Keeps how panels configured their nodes (R182), each change as a version, so that staff see what
 * was changed when. A panel that gives no answer, or says no, changes nothing. Repeatable at any
 * time, in any number of instances.
 */
@Singleton
public final class KeepServerConfigs {
    /** Of each server. */
    static final int KEPT_MAX = 200;

    private final PanelNodes nodes;
    private final PanelConfigs panels;
    private final ServerConfigs configs;
    private final Clock clock;

    @Inject
    KeepServerConfigs(PanelNodes nodes, PanelConfigs panels, ServerConfigs configs, Clock clock) {
        this.nodes = nodes;
        this.panels = panels;
        this.configs = configs;
        this.clock = clock;
    }

    /** Looks once; how many new versions there are. */
    public Uni<Integer> execute() {
        return Multi.createFrom()
                .iterable(nodes.panels())
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .call(added -> added > 0 ? configs.forget(KEPT_MAX) : Uni.createFrom().item(0));
    }

    private Uni<Integer> keep(String panel) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return panels.configs(panel)
                .chain(found -> configs.bring(panel, found, at))
                .onFailure(KeepServerConfigs::isSilence)
                .recoverWithItem(0);
    }

    /** That a panel is silent is noted by who asks it more often. */
    private static boolean isSilence(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }
}
