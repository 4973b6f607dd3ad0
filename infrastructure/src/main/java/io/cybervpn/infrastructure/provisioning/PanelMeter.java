package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.domain.provisioning.PanelId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures calls to panels: for the metrics, and for staff who look at one of them. */
@Singleton
final class PanelMeter {
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<PanelId, PanelPulse> pulses = new ConcurrentHashMap<>();

    @Inject
    PanelMeter(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Of a panel; there from the first call of this on, with all its meters. */
    PanelPulse pulse(PanelId panel) {
        return pulses.computeIfAbsent(panel, this::begin);
    }

    private PanelPulse begin(PanelId panel) {
        String name = nameOf(panel);
        Map<PanelPulse.Outcome, Timer> timers =
                Stream.of(PanelPulse.Outcome.values())
                        .collect(
                                Collectors.toMap(
                                        outcome -> outcome, outcome -> timer(name, outcome)));
        PanelPulse pulse = new PanelPulse(clock, (outcome, took) -> record(timers, outcome, took));
        Gauge.builder("cybervpn.panel.circuit.open", pulse, PanelMeter::openness)
                .description("1 while a panel is left alone because it was down lately")
                .tag("panel", name)
                .register(metrics);
        return pulse;
    }

    private static void record(
            Map<PanelPulse.Outcome, Timer> timers, PanelPulse.Outcome outcome, Duration took) {
        Timer timer = timers.get(outcome);
        if (timer != null) {
            timer.record(took);
        }
    }

    private static double openness(PanelPulse pulse) {
        return pulse.health().circuit() == Circuit.CLOSED ? 0 : 1;
    }

    private Timer timer(String panel, PanelPulse.Outcome outcome) {
        return Timer.builder("cybervpn.panel.calls")
                .description("Calls to panels, and what they came to")
                .tag("panel", panel)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    /** A name may change, and a series must not. */
    private static String nameOf(PanelId panel) {
        return panel.equals(PanelId.CONFIGURED) ? "configured" : panel.value().toString();
    }
}
