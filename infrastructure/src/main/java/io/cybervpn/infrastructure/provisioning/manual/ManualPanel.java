package io.cybervpn.infrastructure.provisioning.manual;

import io.cybervpn.application.provisioning.manual.ManualDesk;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A panel whose users are what staff said. */
final class ManualPanel implements VpnPanel {
    private final PanelId id;
    private final Map<String, String> groups;
    private final ManualDesk desk;

    ManualPanel(PanelId id, Map<String, String> groups, ManualDesk desk) {
        this.id = id;
        this.groups = Map.copyOf(groups);
        this.desk = desk;
    }

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        return desk.bring(id, access, spec).map(this::settled);
    }

    @Override
    public Uni<Void> remove(AccessId access) {
        return desk.remove(id, access).map(this::settled).replaceWithVoid();
    }

    private PanelUser settled(ManualDesk.Answer answer) {
        return switch (answer) {
            case ManualDesk.Answer.Settled(var service) -> user(service);
            case ManualDesk.Answer.Asked(var task, var lookAgain) ->
                    throw new PanelBusy("staff are asked to " + task.kind().code(), lookAgain);
            case ManualDesk.Answer.Refused(var reason) ->
                    throw new PanelRefused("staff said that it cannot be done: " + reason);
        };
    }

    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        return desk.page(id, cursor.map(UUID::fromString).map(AccessId::new), size)
                .map(all -> page(all, size));
    }

    private Page page(List<ManualService> all, int size) {
        Optional<String> next =
                all.size() < size
                        ? Optional.empty()
                        : Optional.of(all.getLast().access().value().toString());
        return new Page(all.stream().map(this::entry).toList(), next);
    }

    private Entry entry(ManualService service) {
        Entitlement agreed = service.agreed().orElseThrow().entitlement();
        return new Entry(
                service.access(),
                PanelState.of(
                        service.presence() != ServicePresence.RUNNING,
                        Set.copyOf(agreed.serverGroups()),
                        agreed.resources()),
                user(service));
    }

    private PanelUser user(ManualService service) {
        return new PanelUser(
                id, service.id().toString(), PanelUsername.of(service.access()).text(), "", 0);
    }

    @Override
    public Uni<Check> check() {
        return Uni.createFrom().item(new Check("", groups.keySet().stream().sorted().toList()));
    }
}
