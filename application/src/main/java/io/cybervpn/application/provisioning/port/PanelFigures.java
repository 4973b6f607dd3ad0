package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a panel says of itself and of all its users, ours or not. Never called in a unit of work.
 */
public interface PanelFigures {
    /**
     * Asks the panel. Empty when its kind does not tell such things. Fails with {@link
     * PanelUnavailable}, repeat it later, or with {@link PanelRefused}.
     */
    Uni<Optional<Figures>> of(PanelId panel);

    /**
     * What it says.
     *
     * @param users how many there are
     * @param online how many were seen
     * @param nodesOnline that are connected
     * @param lifetimeBytes that went through its nodes in all
     * @param host it runs on
     * @param at the panel's clock
     */
    record Figures(
            Users users,
            Online online,
            int nodesOnline,
            long lifetimeBytes,
            Host host,
            Instant at) {}

    /** By the state that the panel sees them in; the four add up to {@code total}. */
    record Users(long total, long active, long disabled, long limited, long expired) {}

    /** By when they were last seen: now, within a day, within a week, never. */
    record Online(long now, long lastDay, long lastWeek, long never) {}

    /** What the panel's machine is and how it does. */
    record Host(int cores, long memoryBytes, long memoryUsedBytes, Duration uptime) {}
}
