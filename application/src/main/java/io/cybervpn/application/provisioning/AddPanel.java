package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.repository.PanelRecords;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Adds a panel, which begins as {@link PanelMode#OFF}: its secrets are set and it is checked before
 * it takes anybody. Needs {@link Permission#PANELS_WRITE}; a fresh proof of the second factor;
 * audited. A repetition is refused by the name.
 */
@Singleton
public final class AddPanel {
    private final UnitOfWork unitOfWork;
    private final PanelRecords records;
    private final Panels panels;
    private final AuditTrail audit;
    private final StepUpRule stepUp;
    private final Ids ids;
    private final Clock clock;

    @Inject
    AddPanel(
            UnitOfWork unitOfWork,
            PanelRecords records,
            Panels panels,
            AuditTrail audit,
            StepUpRule stepUp,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.panels = panels;
        this.audit = audit;
        this.stepUp = stepUp;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Which.
     *
     * @param kind its code
     */
    public record Command(Actor actor, String kind, PanelDraft draft) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is there. */
        record Added(PanelId id) implements Result {}

        /** These fields cannot be so. */
        record BadFields(List<String> names) implements Result {
            /** Copies the list. */
            public BadFields {
                names = List.copyOf(names);
            }
        }

        /** Another panel has the name. */
        record NameTaken() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Adds it. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PANELS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        return PanelKind.find(command.kind())
                .map(kind -> checked(kind, command))
                .orElseGet(() -> answer(new Result.BadFields(List.of("kind"))));
    }

    private Uni<Result> checked(PanelKind kind, Command command) {
        List<String> faults = command.draft().faults(kind, false);
        return faults.isEmpty()
                ? unitOfWork.run(() -> add(kind, command)).call(panels::refresh)
                : answer(new Result.BadFields(faults));
    }

    private Uni<Result> add(PanelKind kind, Command command) {
        Panel panel =
                new Panel(
                        new PanelId(ids.next()),
                        command.draft().name(),
                        kind,
                        command.draft().uri(),
                        command.draft().placing(),
                        PanelMode.OFF,
                        command.draft().callsPerSecond(),
                        1);
        return records.add(panel, clock.instant())
                .chain(
                        added ->
                                added
                                        ? record(command.actor(), panel)
                                        : answer(new Result.NameTaken()));
    }

    private Uni<Result> record(Actor actor, Panel panel) {
        return audit.append(
                        AuditTrail.Entry.of(
                                        actor,
                                        "provisioning.add_panel",
                                        "panel",
                                        panel.id().value())
                                .with(Changes.created(panel.texts())))
                .replaceWith(new Result.Added(panel.id()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
