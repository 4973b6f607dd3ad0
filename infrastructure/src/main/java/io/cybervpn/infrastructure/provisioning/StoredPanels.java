package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelHealth;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.model.PanelSecret;
import io.cybervpn.domain.provisioning.repository.PanelRecords;
import io.cybervpn.infrastructure.shared.SealedColumn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The latest look at which panels there are. A way to a panel is made anew only when what it is
 * made of changed; the panel of the configuration is known before the first look.
 */
@Singleton
final class StoredPanels implements Panels, PanelLinks {
    /** How many accesses a panel has is a long count, and placing needs no exact one. */
    private static final Duration USERS_COUNTED_EVERY = Duration.ofSeconds(30);

    private final PanelRecords records;
    private final PanelWays ways;
    private final PanelKeys keys;
    private final PanelMeter meter;
    private final AtomicReference<Map<PanelId, Panel>> seen;
    private final AtomicReference<Users> users =
            new AtomicReference<>(
                    new Users(Map.of(), System.nanoTime() - USERS_COUNTED_EVERY.toNanos()));

    @Inject
    StoredPanels(PanelRecords records, PanelWays ways, PanelKeys keys, PanelMeter meter) {
        this.records = records;
        this.ways = ways;
        this.keys = keys;
        this.meter = meter;
        Panel configured = Panel.configured();
        this.seen = new AtomicReference<>(Map.of(configured.id(), configured));
        ways.follow(List.of(configured), keys);
    }

    private record Users(Map<PanelId, Long> counts, long countedAtNanos) {
        private boolean isOld() {
            return System.nanoTime() - countedAtNanos >= USERS_COUNTED_EVERY.toNanos();
        }

        private Users plus(PanelId id) {
            Map<PanelId, Long> more = new HashMap<>(counts);
            more.merge(id, 1L, Long::sum);
            return new Users(Map.copyOf(more), countedAtNanos);
        }
    }

    @Produces
    @Singleton
    static SealedColumn column() {
        return new SealedColumn("panel", "panel_secret", "id", "sealed", PanelSecret::purposeOf);
    }

    @Override
    public Uni<Void> refresh() {
        return Uni.combine()
                .all()
                .unis(records.all(), records.secrets())
                .asTuple()
                .invoke(read -> keep(read.getItem1(), read.getItem2()))
                .chain(this::count);
    }

    private synchronized void keep(List<Panel> panels, List<PanelSecret> secrets) {
        keys.keep(secrets);
        ways.follow(panels, keys);
        seen.set(panels.stream().collect(Collectors.toMap(Panel::id, Function.identity())));
    }

    private Uni<Void> count() {
        return users.get().isOld()
                ? records.users()
                        .invoke(found -> users.set(new Users(found, System.nanoTime())))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    @Override
    public List<Known> all() {
        Map<PanelId, Long> counts = users.get().counts();
        return seen.get().values().stream()
                .sorted(Comparator.comparing(panel -> panel.id().value()))
                .map(panel -> known(panel, counts))
                .toList();
    }

    private Known known(Panel panel, Map<PanelId, Long> counts) {
        return new Known(
                panel,
                module(panel.id()).filter(PanelModule::ready).isPresent(),
                counts.getOrDefault(panel.id(), 0L),
                health(panel.id()),
                keys.set(panel.id(), ways.secretFields(panel.kind())));
    }

    @Override
    public VpnPanel panel(PanelId id) {
        boolean off =
                Optional.ofNullable(seen.get().get(id))
                        .filter(panel -> panel.mode() == PanelMode.OFF)
                        .isPresent();
        return off ? new AwayPanel("the panel is switched off in the shop") : even(id);
    }

    @Override
    public VpnPanel even(PanelId id) {
        return module(id)
                .map(PanelModule::panel)
                .orElseGet(() -> new AwayPanel("the panel is not known here yet"));
    }

    @Override
    public PanelHealth health(PanelId id) {
        return meter.pulse(id).health();
    }

    @Override
    public Set<String> secretFields(PanelId id) {
        return Optional.ofNullable(seen.get().get(id))
                .map(panel -> ways.secretFields(panel.kind()))
                .orElse(Set.of());
    }

    @Override
    public boolean accepts(PanelId id, String field, String value) {
        return Optional.ofNullable(seen.get().get(id))
                .filter(panel -> ways.accepts(panel.kind(), field, value))
                .isPresent();
    }

    @Override
    public void placed(PanelId id) {
        users.updateAndGet(before -> before.plus(id));
    }

    @Override
    public Optional<PanelModule> module(PanelId id) {
        return ways.find(id);
    }

    @Override
    public List<PanelId> atWork(PanelKind kind) {
        return all().stream()
                .filter(known -> known.ready() && known.panel().kind() == kind)
                .filter(known -> known.panel().mode() != PanelMode.OFF)
                .map(known -> known.panel().id())
                .toList();
    }

    @Override
    public List<String> secrets(PanelKind kind, String field) {
        return seen.get().values().stream()
                .filter(panel -> panel.kind() == kind)
                .flatMap(panel -> keys.find(panel.id(), field).stream())
                .distinct()
                .toList();
    }
}
