package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.Panel;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The ways to the panels, each kept as long as what it is made of stays the same. */
@Singleton
final class PanelWays {
    private final PanelSettings settings;
    private final Instance<PanelModules> kinds;
    private final PanelMeter meter;
    private final Vertx vertx;
    private final AtomicReference<Map<PanelId, Way>> ways = new AtomicReference<>(Map.of());

    @Inject
    PanelWays(
            PanelSettings settings,
            @Any Instance<PanelModules> kinds,
            PanelMeter meter,
            Vertx vertx) {
        this.settings = settings;
        this.kinds = kinds;
        this.meter = meter;
        this.vertx = vertx;
    }

    private record Way(PanelConnection connection, PanelModule module) {}

    Optional<PanelModule> find(PanelId id) {
        return Optional.ofNullable(ways.get().get(id)).map(Way::module);
    }

    Set<String> secretFields(PanelKind kind) {
        return of(kind).map(PanelModules::secretFields).orElse(Set.of());
    }

    boolean accepts(PanelKind kind, String field, String value) {
        return of(kind).filter(modules -> modules.accepts(field, value)).isPresent();
    }

    /** Makes what is new, keeps what is as it was, and lets the rest go. */
    void follow(List<Panel> panels, PanelKeys keys) {
        Map<PanelId, Way> before = ways.get();
        Map<PanelId, Way> after = new HashMap<>();
        for (Panel panel : panels) {
            PanelConnection wanted = connection(panel, keys);
            Optional.ofNullable(before.get(panel.id()))
                    .filter(way -> way.connection().equals(wanted))
                    .or(() -> make(panel.kind(), wanted))
                    .ifPresent(way -> after.put(panel.id(), way));
        }
        ways.set(Map.copyOf(after));
        before.forEach((id, way) -> retire(way, after.get(id)));
    }

    private Optional<Way> make(PanelKind kind, PanelConnection connection) {
        return of(kind).map(modules -> modules.connect(connection, meter.pulse(connection.id())))
                .map(module -> new Way(connection, module));
    }

    /** Calls that are under way come to their end first. */
    private void retire(Way old, @Nullable Way now) {
        if (!old.equals(now)) {
            vertx.setTimer(2 * old.connection().timeout().toMillis(), _ -> old.module().close());
        }
    }

    private Optional<PanelModules> of(PanelKind kind) {
        return kinds.stream().filter(modules -> modules.kind() == kind).findFirst();
    }

    private PanelConnection connection(Panel panel, PanelKeys keys) {
        boolean configured = panel.id().equals(PanelId.CONFIGURED);
        return new PanelConnection(
                panel.id(),
                configured ? settings.url() : panel.address(),
                keys.of(panel.id(), secretFields(panel.kind())),
                panel.placing().groups(),
                settings.timeout(),
                settings.pause(),
                panel.callsPerSecond());
    }
}
