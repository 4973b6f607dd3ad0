package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.repository.PanelRecords;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits a panel while the shop runs: this instance works with it at once, others within some
 * seconds. Another address takes the panel's secrets away, which would be told to whoever answers
 * there. Needs {@link Permission#PANELS_WRITE}; a fresh proof of the second factor; audited.
 */
@Singleton
public final class EditPanel {
    private final UnitOfWork unitOfWork;
    private final PanelRecords records;
    private final Panels panels;
    private final AuditTrail audit;
    private final StepUpRule stepUp;
    private final Clock clock;

    @Inject
    EditPanel(
            UnitOfWork unitOfWork,
            PanelRecords records,
            Panels panels,
            AuditTrail audit,
            StepUpRule stepUp,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.panels = panels;
        this.audit = audit;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /**
     * What shall change.
     *
     * @param version the one that was seen
     */
    public record Command(Actor actor, PanelId panel, PanelPatch patch, long version) {}

    /** What came of it. */
    public sealed interface Result {
        /** It holds. */
        record Done() implements Result {}

        /** These fields cannot be so. */
        record BadFields(List<String> names) implements Result {
            /** Copies the list. */
            public BadFields {
                names = List.copyOf(names);
            }
        }

        /** Another panel has the name. */
        record NameTaken() implements Result {}

        /** Somebody was quicker; look again. */
        record Stale(long currentVersion) implements Result {}

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Edits it. Repeating it with the same version is refused as stale. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PANELS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return stepUp.isMetBy(command.actor())
                ? unitOfWork
                        .run(() -> records.lock(command.panel()).chain(f -> edit(f, command)))
                        .call(panels::refresh)
                : answer(new Result.StepUpRequired());
    }

    private Uni<Result> edit(Optional<Panel> found, Command command) {
        return found.map(panel -> edit(panel, command))
                .orElseGet(() -> answer(new Result.NoSuchPanel()));
    }

    private Uni<Result> edit(Panel before, Command command) {
        if (before.version() != command.version()) {
            return answer(new Result.Stale(before.version()));
        }
        boolean configured = before.id().equals(PanelId.CONFIGURED);
        PanelDraft draft = command.patch().onto(before);
        List<String> faults = new ArrayList<>(draft.faults(before.kind(), configured));
        Optional<PanelMode> mode = command.patch().mode(before);
        if (mode.isEmpty()) {
            faults.add("state");
        }
        return mode.filter(_ -> faults.isEmpty())
                .map(it -> store(before, after(before, draft, it), command))
                .orElseGet(() -> answer(new Result.BadFields(faults)));
    }

    private static Panel after(Panel before, PanelDraft draft, PanelMode mode) {
        return new Panel(
                before.id(),
                draft.name(),
                before.kind(),
                draft.uri(),
                draft.placing(),
                mode,
                draft.callsPerSecond(),
                before.version() + 1);
    }

    private Uni<Result> store(Panel before, Panel after, Command command) {
        return records.put(after, clock.instant())
                .chain(
                        stored ->
                                stored
                                        ? forgetSecrets(before, after)
                                                .chain(() -> record(before, after, command.actor()))
                                        : answer(new Result.NameTaken()));
    }

    private Uni<Void> forgetSecrets(Panel before, Panel after) {
        Uni<Void> forgotten = Uni.createFrom().voidItem();
        if (before.address().equals(after.address())) {
            return forgotten;
        }
        for (String field : panels.secretFields(before.id())) {
            forgotten = forgotten.chain(() -> records.removeSecret(before.id(), field));
        }
        return forgotten;
    }

    private Uni<Result> record(Panel before, Panel after, Actor actor) {
        return audit.append(
                        AuditTrail.Entry.of(
                                        actor,
                                        "provisioning.edit_panel",
                                        "panel",
                                        after.id().value())
                                .with(Changes.between(before.texts(), after.texts())))
                .replaceWith(new Result.Done());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
