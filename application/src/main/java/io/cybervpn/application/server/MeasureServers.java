package io.cybervpn.application.server;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.PanelNodes.Node;
import io.cybervpn.application.server.port.ServerSamples;
import io.cybervpn.application.server.port.ServerSamples.Sample;
import io.cybervpn.application.server.port.ServerSamples.Step;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes a sample of people and bytes on each node (R180), one in five minutes however many
 * instances do it. Of a panel that is silent there is none: a gap, not a zero.
 */
@Singleton
public final class MeasureServers {
    private final PanelNodes nodes;
    private final ServerSamples samples;
    private final Clock clock;

    @Inject
    MeasureServers(PanelNodes nodes, ServerSamples samples, Clock clock) {
        this.nodes = nodes;
        this.samples = samples;
        this.clock = clock;
    }

    /** Measures once; how many samples were taken. */
    public Uni<Integer> execute() {
        return Multi.createFrom()
                .iterable(nodes.panels())
                .onItem()
                .transformToUniAndConcatenate(this::measure)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> measure(String panel) {
        Instant at = Step.FIVE_MINUTES.start(clock.instant());
        return nodes.nodes(panel)
                .chain(found -> samples.add(at, samples(panel, found)))
                .onFailure(MeasureServers::isSilence)
                .recoverWithItem(0);
    }

    private static List<Sample> samples(String panel, List<Node> nodes) {
        return nodes.stream()
                .map(
                        node ->
                                new Sample(
                                        panel,
                                        node.ref(),
                                        node.figures().usersOnline(),
                                        node.figures().trafficBytes()))
                .toList();
    }

    private static boolean isSilence(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }
}
