package io.cybervpn.application.server;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.server.port.NodeTraffic;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.TrafficDays;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/**
 * Reads what panels sum up by node and day (R120, R180): today and the two days before, which may
 * still grow. Sums are absolute, so it may be repeated by anybody at any time.
 */
@Singleton
public final class MeasureTraffic {
    private static final int DAYS_BACK = 2;

    private final PanelNodes nodes;
    private final NodeTraffic traffic;
    private final TrafficDays days;
    private final Clock clock;

    @Inject
    MeasureTraffic(PanelNodes nodes, NodeTraffic traffic, TrafficDays days, Clock clock) {
        this.nodes = nodes;
        this.traffic = traffic;
        this.days = days;
        this.clock = clock;
    }

    /** Reads once; how many panels answered. */
    public Uni<Integer> execute() {
        return Multi.createFrom()
                .iterable(nodes.panels())
                .onItem()
                .transformToUniAndConcatenate(this::read)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> read(String panel) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return traffic.byDay(panel, today.minusDays(DAYS_BACK), today)
                .chain(found -> days.put(panel, found))
                .replaceWith(1)
                .onFailure(MeasureTraffic::isSilence)
                .recoverWithItem(0);
    }

    private static boolean isSilence(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }
}
