package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelHealth;
import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Panels in memory, each with a circuit that a test opens and closes. */
public final class InMemoryPanels implements Panels {
    private static final class Slot {
        private Panel panel;
        private final VpnPanel way;
        private Circuit circuit = Circuit.CLOSED;
        private long users;

        Slot(Panel panel, VpnPanel way) {
            this.panel = panel;
            this.way = way;
        }
    }

    private final Map<PanelId, Slot> slots = new LinkedHashMap<>();

    public InMemoryPanels(VpnPanel configured) {
        slots.put(PanelId.CONFIGURED, new Slot(Panel.configured(), configured));
    }

    /** One more, which offers these groups. */
    public PanelId add(VpnPanel way, int weight, String... groups) {
        PanelId id = new PanelId(UUID.randomUUID());
        Map<String, String> offered = new LinkedHashMap<>();
        List.of(groups).forEach(group -> offered.put(group, ""));
        slots.put(
                id,
                new Slot(
                        new Panel(
                                id,
                                "panel " + id.value(),
                                PanelKind.REMNAWAVE,
                                Optional.of(URI.create("https://panel.example")),
                                new Panel.Placing("", weight, Limit.unlimited(), offered),
                                PanelMode.ACTIVE,
                                Panel.CALLS_MAX,
                                1),
                        way));
        return id;
    }

    public void mode(PanelId id, PanelMode mode) {
        change(slots.get(id), slots.get(id).panel.kind(), mode);
    }

    public void kind(PanelId id, PanelKind kind) {
        change(slots.get(id), kind, slots.get(id).panel.mode());
    }

    private static void change(Slot slot, PanelKind kind, PanelMode mode) {
        Panel panel = slot.panel;
        slot.panel =
                new Panel(
                        panel.id(),
                        panel.name(),
                        kind,
                        panel.address(),
                        panel.placing(),
                        mode,
                        panel.callsPerSecond(),
                        panel.version() + 1);
    }

    public void circuit(PanelId id, Circuit circuit) {
        slots.get(id).circuit = circuit;
    }

    @Override
    public List<Known> all() {
        return slots.values().stream()
                .map(
                        slot ->
                                new Known(
                                        slot.panel,
                                        true,
                                        slot.users,
                                        health(slot.panel.id()),
                                        Set.of()))
                .toList();
    }

    @Override
    public VpnPanel panel(PanelId id) {
        return Optional.ofNullable(slots.get(id))
                .filter(slot -> slot.panel.mode() != PanelMode.OFF)
                .map(slot -> slot.way)
                .orElseThrow(() -> new PanelUnavailable("no such panel, or it is off"));
    }

    @Override
    public VpnPanel even(PanelId id) {
        return slots.get(id).way;
    }

    @Override
    public PanelHealth health(PanelId id) {
        return new PanelHealth(slots.get(id).circuit, 0, 0, Duration.ZERO, Optional.empty());
    }

    @Override
    public Set<String> secretFields(PanelId id) {
        return slots.containsKey(id) ? Set.of("token") : Set.of();
    }

    @Override
    public boolean accepts(PanelId id, String field, String value) {
        return !value.isBlank();
    }

    @Override
    public Uni<Void> refresh() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public void placed(PanelId id) {
        slots.get(id).users++;
    }
}
